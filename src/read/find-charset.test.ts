import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { findCharset } from "./find-charset.ts";

/** Invented prose, one piece a language; each charset below must be told from its bytes. */
const PROSE: Readonly<Record<string, string>> = {
  english:
    "“Don’t,” she said – and he didn’t… It was only tea, she thought, and the rain went on all night. “I won’t,” he said.",
  plainEnglish: "He ordered a café au lait and read the resumé of the new man. How naïve! The fee was £40.",
  german:
    "Über den Dächern läutete es. „Möchtest du Grüße ausrichten?“, fragte er. Die Straße war naß und schön.",
  french:
    "À l’été, l’élève où nous étions déjà allés hésita : « Ça va être très long, mon cœur », dit-il à sa mère.",
  spanish:
    "¿Qué pasó? ¡Nada! El niño salió mañana a la montaña y comió con él. Así terminó la canción del año.",
  polish:
    "Był późny wieczór. Zażółć gęślą jaźń, powiedział król, i wszyscy się śmiali, bo to był żart. Źle się działo.",
  czech: "Příliš žluťoučký kůň úpěl ďábelské ódy. Šla domů, když začalo pršet, a těšila se na večeři.",
  hungarian:
    "Az idő múlt, és ő még mindig ült. Árvíztűrő tükörfúrógép. Később eső esett, és ő főzött egy kávét.",
  russian:
    "Была поздняя ночь. Он сидел у окна и смотрел на дождь. «Ты придёшь?» спросила она. Он ничего не ответил.",
  ukrainian:
    "Була пізня ніч. Він сидів біля вікна і дивився на дощ. Її брат нічого не відповів, бо спав у своїй кімнаті.",
  greek:
    "Ήταν αργά τη νύχτα. Καθόταν στο παράθυρο και κοιτούσε τη βροχή. Δεν απάντησε τίποτα όταν τον ρώτησε.",
  hebrew: "היה לילה מאוחר. הוא ישב ליד החלון והסתכל בגשם. היא שאלה אותו ולא ענה דבר.",
  japanese:
    "夜はもう遅かった。彼は窓のそばに座って、雨を見ていた。「来るの？」と彼女が聞いた。彼は何も答えなかった。",
  chinese: "夜已经很深了。他坐在窗边看着雨。“你会来吗？”她问。他什么也没有回答，只是看着外面的灯光。",
  korean:
    "밤이 깊었다. 그는 창가에 앉아 비를 보고 있었다. 올 거야? 그녀가 물었다. 그는 아무 대답도 하지 않았다.",
};

const CASES: readonly (readonly [string, string])[] = [
  ["english", "windows-1252"],
  ["plainEnglish", "windows-1252"],
  ["german", "windows-1252"],
  ["french", "windows-1252"],
  ["spanish", "windows-1252"],
  ["english", "macintosh"],
  ["german", "macintosh"],
  ["french", "macintosh"],
  ["plainEnglish", "cp437"],
  ["spanish", "cp850"],
  ["polish", "windows-1250"],
  ["polish", "iso-8859-2"],
  ["czech", "windows-1250"],
  ["hungarian", "windows-1250"],
  ["russian", "windows-1251"],
  ["russian", "koi8-r"],
  ["russian", "cp866"],
  ["russian", "iso-8859-5"],
  ["ukrainian", "windows-1251"],
  ["greek", "windows-1253"],
  ["hebrew", "windows-1255"],
  ["japanese", "shift_jis"],
  ["japanese", "euc-jp"],
  ["chinese", "gb18030"],
  ["chinese", "big5"],
  ["korean", "cp949"],
];

describe("findCharset()", () => {
  test.each(CASES)("reads %s in %s, short and long, with a header in ASCII", (language, charset) => {
    const known = iconv.encode(PROSE[language] ?? "", charset);
    const words = iconv.decode(known, charset).replaceAll("?", "");
    for (const text of [words, `Title: Rain\nAuthor: Jo\n\n${`${words}\n`.repeat(200)}`]) {
      const bytes = iconv.encode(text, charset);
      const found = findCharset(bytes);
      expect(iconv.decode(bytes, found.charset) === text, found.charset).toBe(true);
    }
  });

  test("knows byte order marks, ASCII, UTF-8 and UTF-16 without a mark", () => {
    expect(findCharset(Buffer.from("\ufeffÜ"))).toMatchObject({ charset: "utf-8", because: "bom" });
    expect(findCharset(Buffer.from("\ufeffÜ", "utf16le"))).toMatchObject({
      charset: "utf-16le",
      because: "bom",
    });
    expect(findCharset(Buffer.from("Ü and more words", "utf16le"))).toMatchObject({ charset: "utf-16le" });
    expect(findCharset(Buffer.from("Ü and more words", "utf16le").swap16())).toMatchObject({
      charset: "utf-16be",
    });
    expect(findCharset(Buffer.from("plain"))).toMatchObject({
      charset: "ascii",
      because: "ascii",
      sureness: 1,
    });
    expect(findCharset(Buffer.from("Grüße"))).toMatchObject({ charset: "utf-8", because: "utf-8-valid" });
    expect(findCharset(Buffer.from('\x1b$B$"\x1b(B', "latin1"))).toMatchObject({ charset: "iso-2022-jp" });
  });

  test("takes UTF-8 that a limit cut inside a character for UTF-8", () => {
    const bytes = Buffer.from("Eine schöne Straße für €");
    expect(findCharset(bytes.subarray(0, -1)).charset).toBe("utf-8");
    expect(findCharset(bytes.subarray(0, -2)).charset).toBe("utf-8");
  });

  test("takes a UTF-8 text with some strays for UTF-8, less surely", () => {
    const bytes = Buffer.concat([
      Buffer.from("Größe und Straße – "),
      Buffer.of(0x93),
      Buffer.from("so"),
      Buffer.of(0x94),
    ]);
    expect(findCharset(bytes)).toMatchObject({ charset: "utf-8", because: "detected", sureness: 0.7 });
  });

  test("knows boxes and shades of DOS", () => {
    const bytes = iconv.encode("╔══════╗\r\n║ Rain ║\r\n╚══════╝\r\n░▒▓ a café ▓▒░\r\n", "cp437");
    expect(findCharset(bytes).charset).toBe("cp437");
  });

  test("believes a declared charset that fits, but not latin-1 over windows-1252 or ASCII over anything", () => {
    const bytes = iconv.encode("Łódź", "iso-8859-2");
    expect(findCharset(bytes, "ISO-8859-2")).toMatchObject({ charset: "iso-8859-2", because: "declared" });
    expect(findCharset(Buffer.of(0x93, 0x41, 0x94), "iso-8859-1").charset).toBe("windows-1252");
    expect(findCharset(Buffer.of(0x93, 0x41, 0x94), "us-ascii").charset).toBe("windows-1252");
    expect(findCharset(Buffer.of(0x93, 0x41, 0x94), "klingon").charset).toBe("windows-1252");
  });
});
