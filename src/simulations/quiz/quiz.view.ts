import type { QuizText } from '../../i18n/en/quiz.js';
import type { Format } from '../../i18n/format.js';
import type { Chosen, Question, Score, Verdict } from './quiz.model.js';

/** What the parts of the figure draw from, and where the reader's acts go. */
export interface QuizView {
  readonly text: QuizText;
  readonly format: Format;
  /** A picture, in which nothing can be chosen. */
  readonly isPicture: boolean;
  /** The questions are the lesson's, so there are others of their kind. */
  readonly isLesson: boolean;
  readonly questions: readonly Question[];
  readonly chosen: readonly Chosen[];
  readonly verdicts: readonly Verdict[];
  readonly score: Score;
  /** The place of the question that is shown; that of none for the result. */
  readonly shown: number;
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
