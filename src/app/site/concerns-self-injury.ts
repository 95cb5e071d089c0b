import { fold } from "../../text/index.ts";

/**
 * Words that make a query or a note concern self-injury, in the languages of the header labels.
 *
 * No story text is quoted then: method, prominence and repetition do harm (WHO and Samaritans guidance for media).
 */
const STEMS = ["suicid", "selbstmord", "suizid", "freitod", "self harm", "self-harm", "selfharm", "self injur", "self-injur", "self mutilat", "selbstverletz", "selbstmorder", "automutilat", "autolesi", "суицид", "самоубий", "самоповрежд", "overdos", "hang herself", "hang himself", "hang myself", "cut herself", "cut himself", "cut myself", "cutting myself", "kill herself", "kill himself", "kill myself", "killed herself", "killed himself", "anorexi", "bulimi", "eating disorder"]; // prettier-ignore

/** Whether any of these words concerns self-injury; errs on the side of quiet. */
export function concernsSelfInjury(words: readonly string[]): boolean {
  const said = fold(words.join(" · "));
  return STEMS.some((stem) => said.includes(stem));
}
