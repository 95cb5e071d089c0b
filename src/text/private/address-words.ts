/** United States and Canadian provinces as post codes name them. */
const STATES = `A[BKLRSZ]|BC|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSTUVY]|O[HKNR]|P[AER]|QC|RI|S[CDK]|T[NX]|UT|V[AIT]|W[AIVY]|YT`;

/** `Springfield, IL ` right before a ZIP code. */
export const STATE_BEFORE = new RegExp(String.raw`(?:^|[\s,.])(?:${STATES})[.,]?[ \t\u00a0]{1,3}$`);

/** The same with the state's name written out. */
export const STATE_NAME_BEFORE =
  /(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Mass\.|Calif\.|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Penna\.|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming),?[ \t\u00a0]{1,3}$/;

/** Words that end the name of a street. */
const SUFFIXES = `street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pl|terrace|terr|circle|cir|parkway|pkwy|square|sq|highway|hwy|close|crescent|cres|gardens|grove|trail|trl|row|way|mews|quay`;

const DIRECTION = String.raw`(?:[NSEW]\.?|[NS][EW]|North|South|East|West|Northwest|Northeast|Southwest|Southeast)`;

/** `1234 N. Example Avenue, Apt. 5`: anchored at the number. */
const STREET = String.raw`\d{1,6}[A-Za-z]?(?:[-/]\d{1,5})?,?[ \t]{1,2}(?:${DIRECTION}[ \t]+)?(?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}[\p{L}'.-]{1,20})(?:[ \t]+\p{Lu}[\p{L}'.-]{0,20}){0,3}?[ \t]+(?:${SUFFIXES})\b(?:\.(?=,|[ \t]+(?:${DIRECTION}|Apt|Suite|Unit|#)))?(?:[ \t]+${DIRECTION}\b)?(?:,?[ \t]*(?:Apt|Apartment|Suite|Ste|Unit|Flat|No|#)\.?[ \t]*#?[ \t]*\w{1,6})?`;

export const STREET_LINE = new RegExp(STREET, "iuy");

/** The same at the end of a line of prose. */
export const STREET_AT_END = new RegExp(String.raw`(?<![\p{L}\d])${STREET}\.?$`, "iu");

/** `Musterstraße 12a`, `Am Beispiel 3`: what stands before a German house number. */
export const GERMAN_STREET_BEFORE =
  /\p{Lu}[\p{L}.-]{1,30}(?:straße|strasse|str\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm)[ \t]$/u;

/** `P.O. Box `, `Postfach ` right before the number. */
export const BOX_BEFORE =
  /(?:\bP\.?[ \t]?O\.?[ \t]?Box|\bPost[ \t]Office[ \t]Box|\bPostfach|\bApartado(?:[ \t]de[ \t]correos)?|\bBo[iî]te[ \t]postale)[ \t]{0,2}(?:#|no\.?|nr\.?)?[ \t]{0,2}$/iu;

/** The letters before the digit of a British post code: the areas there are. */
export const BRITISH_AREA =
  /^(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)$/;

/** Lines of an address between the name and the town. */
export const ADDRESS_LINE =
  /^(?:#?\d{1,6}[A-Za-z]?[ ,]|(?:P\.?[ \t]?O\.?[ \t]?)?Box[ \t]|Apt|Apartment|Suite|Unit|Flat|Room|Rm\b|R\.?R\.?[ \t]?#?\d|Rt\.?[ \t]\d|Route[ \t]\d|HC[ \t]?\d|c\/o\b)|[ \t]\d{1,5}[A-Za-z]?,?$/i;

/** A label that announces an address. */
export const ADDRESS_LABEL =
  /(?:address|snail[ -]?mail|s-mail|anschrift|adresse|write to|adres)[^\n]{0,12}$/i;
