import type { QuizText } from '../../i18n/en/quiz.js';
import type { Format } from '../../i18n/format.js';
import { chosenFor, scoreOf, verdictOn, type Chosen, type Question, type Score, type Verdict } from './quiz.model.js';

/** The questions, and how far the reader is with them. */
export interface QuizReading {
  readonly questions: readonly Question[];
  readonly chosen: readonly Chosen[];
  readonly verdicts: readonly Verdict[];
  readonly score: Score;
  /** The place of the question that is shown; that of none for the result. */
  readonly shown: number;
}

/** What the parts of the figure draw from, and where the reader's acts go. */
export interface QuizView extends QuizReading {
  readonly text: QuizText;
  readonly format: Format;
  /** A picture, in which nothing can be chosen. */
  readonly isPicture: boolean;
  /** The questions are the lesson's, so there are others of their kind. */
  readonly isLesson: boolean;
  /** What is chosen and not checked yet. */
  readonly draft: Chosen;
  /** Whether there was nothing to check. */
  readonly isMissing: boolean;
  readonly choose: (event: Event) => void;
  readonly check: (event: Event) => void;
  /** Shows the question whose place is the button's value. */
  readonly goTo: (event: Event) => void;
  /** Shows the next open question, or the result. */
  readonly goOn: () => void;
  readonly retry: () => void;
  readonly otherFigures: () => void;
}

/** Reads what was answered. `at` is the place of the question to show, from 0; past the last for the result. */
export function readQuiz(
  questions: readonly Question[],
  answers: Parameters<typeof chosenFor>[1],
  at: number,
): QuizReading {
  const chosen = chosenFor(questions, answers);
  const verdicts = questions.map((question, index) => verdictOn(question, chosen[index] ?? []));
  const score = scoreOf(verdicts);
  const isOver = score.answered === score.max && score.max > 1;
  const shown = at < score.max || isOver ? Math.min(at, score.max) : Math.max(0, verdicts.indexOf('open'));
  return { questions, chosen, verdicts, score, shown };
}
