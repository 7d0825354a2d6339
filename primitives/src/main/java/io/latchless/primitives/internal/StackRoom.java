package io.latchless.primitives.internal;

/**
 * Makes a stack overflow strike before an operation has claimed anything, not in the middle of it.
 *
 * <p>An operation that claims a slot and publishes it afterwards must not be interrupted in
 * between, or the slot would stay claimed for ever. Such an operation first checks that the stack
 * has room for all of it. If not, the stack overflows in the check, and nothing has happened yet.
 *
 * <p>A path too fast for this check calls no method after its claim, or handles {@link
 * StackOverflowError} by code that calls none: an access to a field or an array needs no stack.
 */
public final class StackRoom {
  /*
   * HOW MUCH IS LEFT. The virtual machine checks the stack whenever a method is entered. There is
   * no other way to ask. A method with many local variables makes it look far ahead:
   *
   *     interpreted   the frame contains all variables, and the entry checks for its size
   *     compiled      the frame is tiny, but the entry checks for the interpreted frame all the
   *                   same, because the method might return to the interpreter in the middle,
   *                   here where it throws
   *
   * The second holds for HotSpot since JDK 9, for both of its compilers, and costs a few stores:
   * one into each page ahead. A virtual machine that looked for the compiled frame only would make
   * the check pointless, but nothing worse.
   *
   * HOW MUCH IS NEEDED. 1,400 variables of 16 bytes stand for 22 kilobytes. That is enough for
   * completing futures and starting their dependents with all frames interpreted. A test tries all
   * depths that way.
   *
   * NOT INLINED. An inlined method checks nothing. The assignments make this one longer than the
   * 325 bytes up to which HotSpot inlines, unless a flag tells it otherwise. The method is shorter
   * than the 8,000 bytes from which on HotSpot does not compile.
   */

  private StackRoom() {}

  /**
   * Checks that there is enough room to wake threads and to complete futures.
   *
   * @throws StackOverflowError if there is not; nothing has been done
   */
  public static void require() {
    if (enterLargeFrame(0) != 0) {
      throw new AssertionError("a local variable has changed");
    }
  }

  /** Returns whether there is enough room; needs room for one frame itself. */
  public static boolean isThere() {
    try {
      require();
      return true;
    } catch (StackOverflowError none) {
      return false;
    }
  }

  @SuppressWarnings("UnusedVariable") // for their room
  private static int enterLargeFrame(int z) {
    long a00 = z, a01 = z, a02 = z, a03 = z, a04 = z, a05 = z, a06 = z, a07 = z, a08 = z, a09 = z;
    long a0a = z, a0b = z, a0c = z, a0d = z, a0e = z, a0f = z, a0g = z, a0h = z, a0i = z, a0j = z;
    long a0k = z, a0l = z, a0m = z, a0n = z, a0o = z, a0p = z, a0q = z, a0r = z, a0s = z, a0t = z;
    long a0u = z, a0v = z, a0w = z, a0x = z, a0y = z, a0z = z, a10 = z, a11 = z, a12 = z, a13 = z;
    long a14 = z, a15 = z, a16 = z, a17 = z, a18 = z, a19 = z, a1a = z, a1b = z, a1c = z, a1d = z;
    long a1e = z, a1f = z, a1g = z, a1h = z, a1i = z, a1j = z, a1k = z, a1l = z, a1m = z, a1n = z;
    long a1o = z, a1p = z, a1q = z, a1r = z, a1s = z, a1t = z, a1u = z, a1v = z, a1w = z, a1x = z;
    long a1y = z, a1z = z, a20 = z, a21 = z, a22 = z, a23 = z, a24 = z, a25 = z, a26 = z, a27 = z;
    long a28 = z, a29 = z, a2a = z, a2b = z, a2c = z, a2d = z, a2e = z, a2f = z, a2g = z, a2h = z;
    long a2i = z, a2j = z, a2k = z, a2l = z, a2m = z, a2n = z, a2o = z, a2p = z, a2q = z, a2r = z;
    long a2s, a2t, a2u, a2v, a2w, a2x, a2y, a2z, a30, a31, a32, a33, a34, a35, a36, a37, a38;
    long a39, a3a, a3b, a3c, a3d, a3e, a3f, a3g, a3h, a3i, a3j, a3k, a3l, a3m, a3n, a3o, a3p;
    long a3q, a3r, a3s, a3t, a3u, a3v, a3w, a3x, a3y, a3z, a40, a41, a42, a43, a44, a45, a46;
    long a47, a48, a49, a4a, a4b, a4c, a4d, a4e, a4f, a4g, a4h, a4i, a4j, a4k, a4l, a4m, a4n;
    long a4o, a4p, a4q, a4r, a4s, a4t, a4u, a4v, a4w, a4x, a4y, a4z, a50, a51, a52, a53, a54;
    long a55, a56, a57, a58, a59, a5a, a5b, a5c, a5d, a5e, a5f, a5g, a5h, a5i, a5j, a5k, a5l;
    long a5m, a5n, a5o, a5p, a5q, a5r, a5s, a5t, a5u, a5v, a5w, a5x, a5y, a5z, a60, a61, a62;
    long a63, a64, a65, a66, a67, a68, a69, a6a, a6b, a6c, a6d, a6e, a6f, a6g, a6h, a6i, a6j;
    long a6k, a6l, a6m, a6n, a6o, a6p, a6q, a6r, a6s, a6t, a6u, a6v, a6w, a6x, a6y, a6z, a70;
    long a71, a72, a73, a74, a75, a76, a77, a78, a79, a7a, a7b, a7c, a7d, a7e, a7f, a7g, a7h;
    long a7i, a7j, a7k, a7l, a7m, a7n, a7o, a7p, a7q, a7r, a7s, a7t, a7u, a7v, a7w, a7x, a7y;
    long a7z, a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a8a, a8b, a8c, a8d, a8e, a8f;
    long a8g, a8h, a8i, a8j, a8k, a8l, a8m, a8n, a8o, a8p, a8q, a8r, a8s, a8t, a8u, a8v, a8w;
    long a8x, a8y, a8z, a90, a91, a92, a93, a94, a95, a96, a97, a98, a99, a9a, a9b, a9c, a9d;
    long a9e, a9f, a9g, a9h, a9i, a9j, a9k, a9l, a9m, a9n, a9o, a9p, a9q, a9r, a9s, a9t, a9u;
    long a9v, a9w, a9x, a9y, a9z, aa0, aa1, aa2, aa3, aa4, aa5, aa6, aa7, aa8, aa9, aaa, aab;
    long aac, aad, aae, aaf, aag, aah, aai, aaj, aak, aal, aam, aan, aao, aap, aaq, aar, aas;
    long aat, aau, aav, aaw, aax, aay, aaz, ab0, ab1, ab2, ab3, ab4, ab5, ab6, ab7, ab8, ab9;
    long aba, abb, abc, abd, abe, abf, abg, abh, abi, abj, abk, abl, abm, abn, abo, abp, abq;
    long abr, abs, abt, abu, abv, abw, abx, aby, abz, ac0, ac1, ac2, ac3, ac4, ac5, ac6, ac7;
    long ac8, ac9, aca, acb, acc, acd, ace, acf, acg, ach, aci, acj, ack, acl, acm, acn, aco;
    long acp, acq, acr, acs, act, acu, acv, acw, acx, acy, acz, ad0, ad1, ad2, ad3, ad4, ad5;
    long ad6, ad7, ad8, ad9, ada, adb, adc, add, ade, adf, adg, adh, adi, adj, adk, adl, adm;
    long adn, ado, adp, adq, adr, ads, adt, adu, adv, adw, adx, ady, adz, ae0, ae1, ae2, ae3;
    long ae4, ae5, ae6, ae7, ae8, ae9, aea, aeb, aec, aed, aee, aef, aeg, aeh, aei, aej, aek;
    long ael, aem, aen, aeo, aep, aeq, aer, aes, aet, aeu, aev, aew, aex, aey, aez, af0, af1;
    long af2, af3, af4, af5, af6, af7, af8, af9, afa, afb, afc, afd, afe, aff, afg, afh, afi;
    long afj, afk, afl, afm, afn, afo, afp, afq, afr, afs, aft, afu, afv, afw, afx, afy, afz;
    long ag0, ag1, ag2, ag3, ag4, ag5, ag6, ag7, ag8, ag9, aga, agb, agc, agd, age, agf, agg;
    long agh, agi, agj, agk, agl, agm, agn, ago, agp, agq, agr, ags, agt, agu, agv, agw, agx;
    long agy, agz, ah0, ah1, ah2, ah3, ah4, ah5, ah6, ah7, ah8, ah9, aha, ahb, ahc, ahd, ahe;
    long ahf, ahg, ahh, ahi, ahj, ahk, ahl, ahm, ahn, aho, ahp, ahq, ahr, ahs, aht, ahu, ahv;
    long ahw, ahx, ahy, ahz, ai0, ai1, ai2, ai3, ai4, ai5, ai6, ai7, ai8, ai9, aia, aib, aic;
    long aid, aie, aif, aig, aih, aii, aij, aik, ail, aim, ain, aio, aip, aiq, air, ais, ait;
    long aiu, aiv, aiw, aix, aiy, aiz, aj0, aj1, aj2, aj3, aj4, aj5, aj6, aj7, aj8, aj9, aja;
    long ajb, ajc, ajd, aje, ajf, ajg, ajh, aji, ajj, ajk, ajl, ajm, ajn, ajo, ajp, ajq, ajr;
    long ajs, ajt, aju, ajv, ajw, ajx, ajy, ajz, ak0, ak1, ak2, ak3, ak4, ak5, ak6, ak7, ak8;
    long ak9, aka, akb, akc, akd, ake, akf, akg, akh, aki, akj, akk, akl, akm, akn, ako, akp;
    long akq, akr, aks, akt, aku, akv, akw, akx, aky, akz, al0, al1, al2, al3, al4, al5, al6;
    long al7, al8, al9, ala, alb, alc, ald, ale, alf, alg, alh, ali, alj, alk, all, alm, aln;
    long alo, alp, alq, alr, als, alt, alu, alv, alw, alx, aly, alz, am0, am1, am2, am3, am4;
    long am5, am6, am7, am8, am9, ama, amb, amc, amd, ame, amf, amg, amh, ami, amj, amk, aml;
    long amm, amn, amo, amp, amq, amr, ams, amt, amu, amv, amw, amx, amy, amz, an0, an1, an2;
    long an3, an4, an5, an6, an7, an8, an9, ana, anb, anc, and, ane, anf, ang, anh, ani, anj;
    long ank, anl, anm, ann, ano, anp, anq, anr, ans, ant, anu, anv, anw, anx, any, anz, ao0;
    long ao1, ao2, ao3, ao4, ao5, ao6, ao7, ao8, ao9, aoa, aob, aoc, aod, aoe, aof, aog, aoh;
    long aoi, aoj, aok, aol, aom, aon, aoo, aop, aoq, aor, aos, aot, aou, aov, aow, aox, aoy;
    long aoz, ap0, ap1, ap2, ap3, ap4, ap5, ap6, ap7, ap8, ap9, apa, apb, apc, apd, ape, apf;
    long apg, aph, api, apj, apk, apl, apm, apn, apo, app, apq, apr, aps, apt, apu, apv, apw;
    long apx, apy, apz, aq0, aq1, aq2, aq3, aq4, aq5, aq6, aq7, aq8, aq9, aqa, aqb, aqc, aqd;
    long aqe, aqf, aqg, aqh, aqi, aqj, aqk, aql, aqm, aqn, aqo, aqp, aqq, aqr, aqs, aqt, aqu;
    long aqv, aqw, aqx, aqy, aqz, ar0, ar1, ar2, ar3, ar4, ar5, ar6, ar7, ar8, ar9, ara, arb;
    long arc, ard, are, arf, arg, arh, ari, arj, ark, arl, arm, arn, aro, arp, arq, arr, ars;
    long art, aru, arv, arw, arx, ary, arz, as0, as1, as2, as3, as4, as5, as6, as7, as8, as9;
    long asa, asb, asc, asd, ase, asf, asg, ash, asi, asj, ask, asl, asm, asn, aso, asp, asq;
    long asr, ass, ast, asu, asv, asw, asx, asy, asz, at0, at1, at2, at3, at4, at5, at6, at7;
    long at8, at9, ata, atb, atc, atd, ate, atf, atg, ath, ati, atj, atk, atl, atm, atn, ato;
    long atp, atq, atr, ats, att, atu, atv, atw, atx, aty, atz, au0, au1, au2, au3, au4, au5;
    long au6, au7, au8, au9, aua, aub, auc, aud, aue, auf, aug, auh, aui, auj, auk, aul, aum;
    long aun, auo, aup, auq, aur, aus, aut, auu, auv, auw, aux, auy, auz, av0, av1, av2, av3;
    long av4, av5, av6, av7, av8, av9, ava, avb, avc, avd, ave, avf, avg, avh, avi, avj, avk;
    long avl, avm, avn, avo, avp, avq, avr, avs, avt, avu, avv, avw, avx, avy, avz, aw0, aw1;
    long aw2, aw3, aw4, aw5, aw6, aw7, aw8, aw9, awa, awb, awc, awd, awe, awf, awg, awh, awi;
    long awj, awk, awl, awm, awn, awo, awp, awq, awr, aws, awt, awu, awv, aww, awx, awy, awz;
    long ax0, ax1, ax2, ax3, ax4, ax5, ax6, ax7, ax8, ax9, axa, axb, axc, axd, axe, axf, axg;
    long axh, axi, axj, axk, axl, axm, axn, axo, axp, axq, axr, axs, axt, axu, axv, axw, axx;
    long axy, axz, ay0, ay1, ay2, ay3, ay4, ay5, ay6, ay7, ay8, ay9, aya, ayb, ayc, ayd, aye;
    long ayf, ayg, ayh, ayi, ayj, ayk, ayl, aym, ayn, ayo, ayp, ayq, ayr, ays, ayt, ayu, ayv;
    long ayw, ayx, ayy, ayz, az0, az1, az2, az3, az4, az5, az6, az7, az8, az9, aza, azb, azc;
    long azd, aze, azf, azg, azh, azi, azj, azk, azl, azm, azn, azo, azp, azq, azr, azs, azt;
    long azu, azv, azw, azx, azy, azz, b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b0a;
    long b0b, b0c, b0d, b0e, b0f, b0g, b0h, b0i, b0j, b0k, b0l, b0m, b0n, b0o, b0p, b0q, b0r;
    long b0s, b0t, b0u, b0v, b0w, b0x, b0y, b0z, b10, b11, b12, b13, b14, b15, b16, b17, b18;
    long b19, b1a, b1b, b1c, b1d, b1e, b1f, b1g, b1h, b1i, b1j, b1k, b1l, b1m, b1n, b1o, b1p;
    long b1q, b1r, b1s, b1t, b1u, b1v, b1w, b1x, b1y, b1z, b20, b21, b22, b23, b24, b25, b26;
    long b27, b28, b29, b2a, b2b, b2c, b2d, b2e, b2f, b2g, b2h, b2i, b2j, b2k, b2l, b2m, b2n;
    long b2o, b2p, b2q, b2r, b2s, b2t, b2u, b2v;
    if (z != 0) {
      throw new IllegalArgumentException("z must be 0, was " + z); // the point of return
    }
    return z;
  }
}
