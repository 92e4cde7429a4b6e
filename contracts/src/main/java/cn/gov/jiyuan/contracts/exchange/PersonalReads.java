package cn.gov.jiyuan.contracts.exchange;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;

/**
 * Who looked at a person's data inside the platform (谁用过我的数据), told by the system that showed them; the person sees it
 * beside the calls of other departments. Joins the caller's transaction.
 */
public interface PersonalReads {
    /**
     * An official looked at the data of a person.
     *
     * @param number of the person concerned
     * @param what what was shown, 人口基础库档案 for example
     * @param purpose why, in a few words
     */
    void read(Actor actor, CitizenId number, String what, String purpose);
}
