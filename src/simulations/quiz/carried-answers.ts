import { carryOver, parseAnswers, writeAnswers, type Question } from './quiz.model.js';

/** Keeps answers with their questions while the questions change. */
export class CarriedAnswers {
  /** The questions that the answers were about when they were last read. */
  #before: { readonly isOwn: boolean; readonly keys: readonly string[]; readonly answers: string } | undefined;

  /** What is answered of these questions: an answer follows its question to another place, or is let go with it. */
  answersFor(questions: readonly Question[], isOwn: boolean, answers: string): string {
    const keys = questions.map(({ key }) => key);
    const before = this.#before;
    const isOther = before?.isOwn === isOwn && before.keys.join('\n') !== keys.join('\n');
    const carried =
      isOther && before.answers === answers
        ? writeAnswers(carryOver(before.keys, keys, parseAnswers(answers) ?? []))
        : answers;
    this.#before = { isOwn, keys, answers: carried };
    return carried;
  }
}
