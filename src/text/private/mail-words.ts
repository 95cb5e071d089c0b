/** Words that stand before "at host.com" when a page is meant and no address. */
export const NO_LOCAL_PARTS: ReadonlySet<string> = new Set(
  `a about all also am an and any archive archived archives are as author back be been board by chapter chapters check click come
  comments contact day email e-mail everything expert fan fanfic fanfics fanfiction feedback fic fics find first for found from go
  good group guestbook has have he her here hers hide him his home homepage hosted host i in info is it its join journal
  laughed lists list listed live lives living look looked looking lost mail mailing maintained me meet mine more moved my
  new not now off on one online only or other others our out own page pages part parts posted post posting previously profile read
  reached reading ready resides review reviews run say see seen she shop sign site sites so some someone star staring stay still stop
  stories story stuff that the them there these they thing things this those up updated updates us visit was way we web
  webpage webpages website websites went were what where which while who will with work works would year yet you your yours`.split(
    /\s+/,
  ),
);

/** Hosts that give mailboxes and no pages: "jo at aol.com" can only be an address. */
export const MAIL_HOSTS: ReadonlySet<string> = new Set(
  `aim aol att att.net bellsouth bigfoot bigpond blueyonder btinternet cableone charter comcast compuserve concentric cox cs delphi earthlink email
  excite fastmail flash freenet freeserve genie gmail gmx googlemail hotmail hush hushmail iinet inbox iname juno libero lineone mac mail mailcity
  mailexcite me mindspring msn netcom netscape netzero ntlworld optonline optusnet outlook ozemail pacbell pobox postmaster prodigy protonmail
  rambler rocketmail rogers rr sbcglobal shaw snet sprynet sympatico t-online telus tin tiscali usa usaor verizon virgin wanadoo web webtv
  worldnet xtra yahoo yandex ymail`.split(/\s+/),
);

/** Endings of hosts that are believed without other evidence. */
const GENERIC = /^(?:com|net|org|edu|gov|mil|info|biz|name|arpa|bitnet|uucp|fidonet|ip)$/;
const COUNTRIES = new Set(
  `ar at au be bg br by ca ch cl cn co cz de dk ee es eu fi fr gr hk hr hu ie il in is it jp kr lt lu lv me mx my nl no nz ph pl pt ro ru se
  sg si sk su th tr tv tw ua uk us za`.split(/\s+/),
);

/** Tells whether labels end like a host on the net does. */
export function endsLikeHost(labels: readonly string[]): boolean {
  const last = labels.at(-1) ?? "";
  return labels.length > 1 && (GENERIC.test(last) || COUNTRIES.has(last));
}

/** Exchanges that appear in paths such as `...!uunet!host!name`. */
export const UUCP_HUBS: ReadonlySet<string> = new Set(
  `akgua allegra ames amdahl apple att attmail cbosgd decvax decwrl gatech harvard hao hplabs ihnp4 lll-crg mcnc mcsun mcvax mit-eddie philabs
  psuvax1 purdue pyramid rutgers sdcsvax seismo sgi sun tektronix ucbvax ucsd uiucdcs ukc unido unmvax usc ut-sally utzoo uunet
  uw-beaver uwvax watmath`.split(/\s+/),
);
