export {
  groupQuestions,
  needsPerson,
  type CodeMeaning,
  type IssueCount,
  type IssueGroup,
} from "./group-questions.ts";
