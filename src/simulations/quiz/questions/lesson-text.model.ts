import type { Question } from '../quiz.model.js';

/**
 * A question as the lesson's text has it, a line each: the question, `+ right | why`, `- wrong | why`, and
 * `= what there is to learn`.
 */
export function readLessonText(key: string, block: string): Question {
  const [text = '', ...lines] = block.trim().split('\n');
  const answers = lines
    .filter((line) => /^[+-] /.test(line))
    .map((line) => {
      const [answer = '', why = ''] = line.slice(2).split(' | ');
      return { text: answer, right: line.startsWith('+'), why };
    });
  return { key, text, answers, why: lines.find((line) => line.startsWith('= '))?.slice(2) ?? '' };
}
