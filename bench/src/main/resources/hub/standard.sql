select k as key, src, rec,
       case when m between 0 and ${now} then m else 0 end as upd, flags,
       case when (flags & 4) = 0 then name end as name,
       case when (flags & 8) = 0 then gender end as gender,
       case when (flags & 48) = 0 then birth end as birth,
       case when (flags & 64) = 0 then phone end as phone,
       address,
       case when (flags & 128) = 0 then area end as area,
       marital,
       case when (flags & 256) = 0 then death_date end as death_date,
       coalesce((k % 16)::int, 16) as bucket
  from (select *,
               (id is null)::int + (id is not null and k is null)::int * 2
               + (name is null or not regexp_full_match(name, '[一-龥·]{2,20}'))::int * 4
               + coalesce((gender is null or gender <> 2 - k % 2)::int, 0) * 8
               + (birth is null)::int * 16
               + coalesce((year(birth) * 10000 + month(birth) * 100 + day(birth) <> (k // 1000) % 100000000)::int, 0) * 32
               + (phone is null or phone not between 13000000000 and 19999999999)::int * 64
               + (area is null or area not in (select code from areas))::int * 128
               + coalesce((death_date < birth)::int, 0) * 256 as flags
          from (select *, case when length(id) = 18 and citizen_check(coalesce(try_cast(id[:17] as bigint), 0)) = ascii(id[18])
                               then try_cast(id[:17] as bigint) end as k
                  from (select ${source} as src, r::bigint as rec, nullif(upper(replace(trim(i), ' ', '')), '') as id,
                               nullif(replace(replace(trim(n), ' ', ''), '　', ''), '') as name, g::bigint as gender,
                               case length(b) when 10 then try_cast(b as date)
                                    when 8 then try_cast(b[:4] || '-' || b[5:6] || '-' || b[7:8] as date) end as birth,
                               case when length(p) = 11 then try_cast(p as bigint)
                                    when starts_with(p, '+86') then try_cast(replace(p[4:], '-', '') as bigint)
                                    else try_cast(p as bigint) end as phone,
                               nullif(replace(replace(trim(a), ' ', ''), '　', ''), '') as address,
                               case when starts_with(q, '410881') and length(q) = 12
                                    then 419001000000 + try_cast(q[7:] as bigint) else try_cast(q as bigint) end as area,
                               try_cast(w as bigint) as marital,
                               case length(d) when 10 then try_cast(d as date) end as death_date,
                               epoch_us(try_cast(t as timestamp)) // 60000000 as m
                          from (select ${columns} from ${file}) as raw (r, i, n, g, b, p, a, q, w, d, t))))
