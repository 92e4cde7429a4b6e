package cn.gov.jiyuan.data.stewardship;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which datasets an actor may deal with: those of the units within the reach of his permission. */
@Component
public class DatasetReach {
    private final Datasets datasets;
    private final Units units;
    private final Access access;

    DatasetReach(Datasets datasets, Units units, Access access) {
        this.datasets = datasets;
        this.units = units;
        this.access = access;
    }

    /** @throws Fault {@code stewardship.unknown}, also for a dataset out of reach */
    public Dataset get(Actor actor, String permission, String name) {
        Dataset dataset = datasets.find(name).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, name));
        require(actor, permission, unit(dataset), name);
        return dataset;
    }

    /** @throws Fault {@code stewardship.unknown} if what belongs to the unit is out of reach */
    public void require(Actor actor, String permission, UUID unitId, String what) {
        if (!access.rows(actor, permission).covers(unitId, null, null)) {
            throw new Fault(StewardshipError.UNKNOWN, what);
        }
    }

    /** Title of a dataset; its name if it is gone. */
    public String title(String name) {
        return datasets.find(name).map(Dataset::title).orElse(name);
    }

    /** The unit that answers for a dataset. */
    public UUID unit(Dataset dataset) {
        return units.byCode(dataset.unitCode()).map(Unit::id).orElseGet(() -> Unit.idOf(dataset.unitCode()));
    }
}
