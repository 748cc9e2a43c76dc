import type { QuizView } from './quiz.view.js';

/** How far the reader is. `isWaiting`: the author's questions may still come. */
export function sentenceOf(
  { questions, shown, verdicts, score, text: t, format }: QuizView,
  isWaiting: boolean,
): string {
  const { number: write } = format;
  if (!questions.length) return isWaiting ? t.waiting : t.none;
  if (shown === score.max) return t.result(write(score.right), write(score.max));
  const verdict = verdicts[shown] ?? 'open';
  const said = verdict === 'open' ? '' : `*${t.verdicts[verdict]}* `;
  if (questions.length === 1) return said || t.one;
  const place = said + t.at(write(shown + 1), write(score.max));
  return score.answered ? place + t.soFar(write(score.right), write(score.answered)) : place;
}
