import type { Chosen, Question, Verdict } from './quiz.model.js';
import { answersOf } from './result.part.js';

const RIGHT: Readonly<Record<Verdict, string>> = { open: '', right: '1', wrong: '0' };

/** The questions with what was answered, a row for each; `right` is 1, 0, or empty for an open question. */
export function toCsv(questions: readonly Question[], chosen: readonly Chosen[], verdicts: readonly Verdict[]): string {
  const rows = questions.map((question, index) => [
    String(index + 1),
    question.text,
    answersOf(question, (_, place) => !!chosen[index]?.includes(place)),
    answersOf(question, (isRight) => isRight),
    RIGHT[verdicts[index] ?? 'open'],
  ]);
  return [['number', 'question', 'answered', 'right_answer', 'right'], ...rows]
    .map((row) => row.map(quoted).join(','))
    .join('\r\n');
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** An author's questions as a block of data for the page; `<` is written so that it can end no script. */
export function dataBlock(questions: readonly Question[]): string {
  const json = JSON.stringify(
    questions.map(({ text, answers, why }) => ({ question: text, answers, why })),
    undefined,
    2,
  );
  return `<script type="application/json">\n${json.replaceAll('<', '\\u003c')}\n</script>`;
}
