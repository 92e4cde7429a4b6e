select key, arg_max(name, rp) filter (name is not null) as name,
       arg_max(birth, rb) filter (birth is not null) as birth,
       arg_max(phone, r) filter (phone is not null) as phone,
       arg_max(address, r) filter (address is not null) as address,
       arg_max(area, r) filter (area is not null) as area,
       arg_max(marital, r) filter (marital is not null) as marital,
       arg_max(death_date, rd) filter (death_date is not null) as death_date,
       count(*) as records, bit_or(1 << src)::bigint as origins,
       max(rp) filter (name is not null) % 16 as p0, max(rb) filter (birth is not null) % 16 as p2,
       max(r) filter (phone is not null) % 16 as p3, max(r) filter (address is not null) % 16 as p4,
       max(r) filter (area is not null) % 16 as p5, max(r) filter (marital is not null) % 16 as p6,
       max(rd) filter (death_date is not null) % 16 as p7,
       min(hash(name)) filter (name is not null) <> max(hash(name)) filter (name is not null) as x0,
       min(birth) <> max(birth) as x2, min(phone) <> max(phone) as x3,
       min(hash(address)) filter (address is not null) <> max(hash(address)) filter (address is not null) as x4,
       min(marital) <> max(marital) as x6, min(death_date) <> max(death_date) as x7,
       case when sum((gender = 1)::int) > sum((gender = 2)::int) then 1
            when sum((gender = 1)::int) < sum((gender = 2)::int) then 2
            else arg_max(gender, r) filter (gender is not null) end as gender
  from (select *, r + ((3 - src)::bigint << 58) as rp,
               r + ((case src when 0 then 3 when 2 then 2 else 1 end)::bigint << 58) as rb,
               r + ((case src when 2 then 2 when 0 then 1 else 0 end)::bigint << 58) as rd
          from (select *, (((upd << 28) + rec % 268435456) << 4) + src as r from ${rows}))
 group by key
