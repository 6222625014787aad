package org.comity.bulletins.content;

/** What a bulletin is (domain 3.3). */
public enum BulletinClass {
    /** Something that readers should act on now; each state acknowledges it. */
    ALERT,
    /** A threat. */
    THREAT,
    /** A risk. */
    RISK,
    /** A development over time. */
    TREND,
    /** A technology and what it can be used for. */
    TECHNOLOGY,
    /** What a state does about exports. */
    POLICY,
    /** A copy for everybody, without parties. */
    SANITISED
}
