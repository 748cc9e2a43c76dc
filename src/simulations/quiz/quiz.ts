import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ObsErrorEvent, ObsProgressEvent } from '../../events.js';
import { quiz, type QuizText } from '../../i18n/en/quiz.js';
import { ObsElement } from '../../ui/element/obs-element.js';
import { choice, number, words } from '../../ui/element/settings.js';
import { note } from '../../ui/element/rich-text.js';
import { buttonsPart } from './buttons.part.js';
import { focusFirst } from './focus-first.js';
import { lessonQuestions, TOPICS, type Topic } from './questions/lesson.js';
import { MOST_QUESTIONS } from './questions/own-questions.model.js';
import { chosenIn, questionPart } from './question.part.js';
import { QuestionSource, type Refused } from './questions/question-source.js';
import { dataBlock, toCsv } from './quiz.export.js';
import { nextOpen, parseAnswers, writeAnswers, type Chosen, type Question } from './quiz.model.js';
import { answersSetting } from './quiz.settings.js';
import { quizStyles } from './quiz.styles.js';
import { readQuiz, type QuizView } from './quiz.view.js';
import { CarriedAnswers } from './carried-answers.js';
import { sentenceOf } from './sentence.js';
import { resultPart } from './result.part.js';
import { stripPart } from './progress.part.js';

const LAST_SEED = 999_999;

/**
 * Questions with answers and their reasons: the lesson's, with figures that are computed and differ by seed, or an
 * author's own, from the markup between the tags, from JSON, or from a script. What is answered is a link.
 *
 * @tag obs-quiz
 * @summary Questions in the page, each answer with its reason.
 * @slot caption - A caption under the figure.
 * @slot - The author's questions, as sections or as JSON; what a reader sees before the script has run, or without it.
 * @fires {ObsChangeEvent} obs-change - The reader answered a question, or went to another.
 * @fires {ObsProgressEvent} obs-progress - The reader answered a question: how many are right, of how many there are.
 * @fires {ObsProgressEvent} obs-complete - All questions are answered: how many are right.
 * @fires {ObsErrorEvent} obs-error - A setting, or the author's questions, cannot be used as given.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says how far the reader is.
 * @csspart stage - The question, or the result.
 * @csspart strip - The row of numbered buttons.
 * @csspart question - The question with its answers.
 * @csspart answers - Its answers.
 * @csspart result - The list of all questions at the end.
 * @csspart controls - The buttons.
 * @csspart note - A note, or what there is to learn from the question.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight.
 * @cssprop --obs-color-accent - What can be pressed.
 * @cssprop --obs-color-good - What is right.
 * @cssprop --obs-color-bad - What is wrong.
 * @cssprop --obs-font-family - Typeface.
 */
export class ObsQuiz extends ObsElement {
  static override readonly tag: string = 'obs-quiz';
  static override readonly styles: CSSResultGroup[] = [...ObsElement.styles, quizStyles];
  /** Which of the lesson's questions are asked. */
  @property({
    converter: choice('all', ...TOPICS),
  })
  topic: Topic | 'all' = 'all';
  /** Which figures they have, 0 to 999,999: 1 has the lesson's, and each class can have its own. */
  @property({ converter: number(0, LAST_SEED) })
  seed: number = 1;
  /** What was answered: for each question its letters, such as `b - ac`. */
  @property({ converter: answersSetting })
  answers: string = '';
  /** Which question is shown, from 1; one more than there are for the result. */
  @property({ converter: number(1, MOST_QUESTIONS + 1) })
  at: number = 1;
  /** Address of a JSON file with the author's questions; fetched only when the author sets it. */
  @property({ converter: words })
  src: string = '';

  protected override get authorSettings(): readonly string[] {
    return [...super.authorSettings, 'src'];
  }
  #text: QuizText = quiz;
  #view!: QuizView;
  readonly #source: QuestionSource = new QuestionSource(this, () => this.#arrived());
  readonly #carried = new CarriedAnswers();
  readonly #drafts = new Map<string, Chosen>();
  /** The question of which nothing was chosen when it was to be checked. */
  #missing = '';
  #told: Refused | undefined;

  constructor() {
    super();
    // What a script set before the class was known hides the property.
    const early: unknown = Object.hasOwn(this, 'questions') ? Reflect.get(this, 'questions') : undefined;
    Reflect.deleteProperty(this, 'questions');
    if (early !== undefined) this.questions = early;
  }

  /** The questions, as `[{ question, answers: [{ text, right, why }], why }]`; null asks again what was asked without. */
  get questions(): unknown {
    this.updateNow();
    return this.#view.questions.map(({ text: question, answers, why }) => ({ question, answers, why }));
  }

  set questions(given: unknown) {
    this.#source.give(given);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#source.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#source.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#text = this.messages('quiz', quiz);
    this.#source.want(this.isConnected ? this.src : '');
    const own = this.#source.questions;
    const { millisecond } = this.figureText;
    const questions =
      own ?? lessonQuestions(this.topic, Math.floor(this.seed), this.#text.lesson, this.format, millisecond);
    const answers = this.#carried.answersFor(questions, !!own, this.answers);
    if (answers !== this.answers) this.answers = answers;
    const reading = readQuiz(questions, parseAnswers(this.answers) ?? [], Math.floor(this.at) - 1);
    const question = questions[reading.shown];
    this.#view = {
      ...reading,
      text: this.#text,
      format: this.format,
      isPicture: this.noControls,
      isLesson: !own,
      draft: (question && this.#drafts.get(question.key)) ?? [],
      isMissing: !!question && this.#missing === question.key,
      choose: this.#choose,
      check: this.#check,
      goTo: this.#goTo,
      goOn: this.#goOn,
      retry: this.#retry,
      otherFigures: this.#otherFigures,
    };
  }

  protected override updated(): void {
    this.#source.begin();
  }

  /** The author's questions are there, or cannot be used, which the page is told once. */
  #arrived(): void {
    const { refused } = this.#source;
    this.requestUpdate();
    if (!refused || refused === this.#told) return;
    this.#told = refused;
    void this.updateComplete.then(() => {
      const message = this.#refusal();
      this.dispatchEvent(new ObsErrorEvent(refused.setting, refused.given, message));
      this.announce(message, 1);
    });
  }

  #refusal(): string {
    const { refused } = this.#source;
    return refused ? this.#text.refusals[refused.why](this.format.number(refused.question)) : '';
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    const { questions, shown } = this.#view;
    this.#drafts.set(questions[shown]?.key ?? '', chosenIn(currentTarget));
    this.#missing = '';
    this.requestUpdate();
  };

  readonly #check = (event: Event): void => {
    event.preventDefault();
    const chosen = chosenIn(event.currentTarget);
    if (chosen.length) {
      void this.#answer(chosen);
      return;
    }
    const { questions, shown } = this.#view;
    this.#missing = questions[shown]?.key ?? '';
    this.requestUpdate();
    this.announce(this.#text.choose, 1);
    this.#focus('.answer input');
  };

  async #answer(given: Chosen): Promise<void> {
    const { chosen, shown } = this.#view;
    await this.change('answers', writeAnswers(chosen.map((before, place) => (place === shown ? given : before))));
    const { right, answered, max } = this.#view.score;
    this.dispatchEvent(new ObsProgressEvent('obs-progress', right, max));
    if (answered === max) this.dispatchEvent(new ObsProgressEvent('obs-complete', right, max));
    this.#focus('.go button', '#outcome');
  }

  /** Puts the reader where the work goes on, at the first of these that is there; only ever after an act of the reader's. */
  #focus(...selectors: readonly string[]): void {
    void this.updateComplete.then(() => focusFirst(this, selectors));
  }

  readonly #goTo = async ({ currentTarget }: Event): Promise<void> => {
    if (!(currentTarget instanceof HTMLButtonElement)) return;
    await this.change('at', Number(currentTarget.value) + 1);
    // The strip stays, the list of the result goes.
    if (!this.shadowRoot?.activeElement) this.#focus('#outcome');
  };

  readonly #goOn = (): void => {
    const { verdicts, shown, score } = this.#view;
    const open = nextOpen(verdicts, shown);
    void this.change('at', (open < 0 ? score.max : open) + 1);
    this.#focus('.answer input', '.go button', '.strip [aria-current=step]');
  };

  readonly #retry = (): void => {
    const { chosen, verdicts } = this.#view;
    const kept = chosen.map((places, place) => (verdicts[place] === 'right' ? places : []));
    const first = verdicts.findIndex((verdict) => verdict !== 'right');
    this.#begin({ answers: writeAnswers(kept), at: Math.max(0, first) + 1 });
  };

  readonly #otherFigures = (): void => {
    this.#begin({ seed: (Math.floor(this.seed) % LAST_SEED) + 1, answers: '', at: 1 });
  };

  #begin(state: Readonly<Record<string, unknown>>): void {
    this.#drafts.clear();
    for (const [name, value] of Object.entries(state)) Reflect.set(this, name, value);
    for (const [name, value] of Object.entries(state)) void this.change(name, value);
    this.#focus('.answer input');
  }

  /** Sets everything back to what the author set. */
  override reset(): void {
    this.#drafts.clear();
    this.#missing = '';
    super.reset();
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    return sentenceOf(this.#view, this.#source.isWaiting);
  }

  protected override renderStage(): TemplateResult {
    const { questions, shown, isPicture } = this.#view;
    const refusal = this.#refusal();
    return html`${refusal && note(refusal, 'problem', 'note-questions')}
    ${questions.length > 1 && !isPicture ? stripPart(this.#view) : ''} ${this.#picture(questions[shown])}`;
  }

  #picture(question: Question | undefined): TemplateResult {
    if (question) return questionPart(this.#view, question);
    // Without questions the page's own words are better than none.
    return this.#view.questions.length ? resultPart(this.#view) : html`<slot></slot>`;
  }

  protected override renderControls(): TemplateResult {
    return html`${buttonsPart(this.#view)}`;
  }

  protected override renderFooter(): TemplateResult {
    const seed = this.format.number(Math.floor(this.seed));
    return html`<span>${this.#view.isLesson ? this.#text.figures(seed) : ''}</span>`;
  }

  /** The questions as `csv`, with what was answered and whether it is right. */
  override exportData(_format: string = 'csv'): string {
    this.updateNow();
    const { questions, chosen, verdicts } = this.#view;
    return toCsv(questions, chosen, verdicts);
  }

  /** Markup for another page that shows this element as it is now; with a script, the author's own questions too. */
  override embedCode(kind: 'script' | 'iframe' = 'script'): string {
    const code = super.embedCode(kind);
    const own = this.src ? undefined : this.#source.questions;
    if (kind === 'iframe' || !own?.length) return code;
    return code.replace('</obs-quiz>', () => `\n${dataBlock(own)}\n</obs-quiz>`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-quiz': ObsQuiz;
  }
}
