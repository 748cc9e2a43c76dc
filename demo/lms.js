// An LMS in miniature: hears what the learner does in the figure, shows it, and ticks tasks off.
'use strict';

const MOST_LINES = 50;
const MONTH_SECONDS = 30 * 86_400;

const calculator = document.getElementById('calculator');
const quiz = document.getElementById('quiz');
const score = document.getElementById('score');
const status = document.getElementById('status');
const log = document.getElementById('log');
const silence = document.getElementById('silence');

/** Each task by the id of its list item, and the event that completes it. While the learner is still dragging, none does. */
const tasks = {
  'four-minutes': ({ type, setting, value }) =>
    type === 'obs-change' && setting === 'objective' && Math.abs(MONTH_SECONDS * (1 - value / 100) - 259.2) < 1,

  database: ({ type, setting }) =>
    type === 'obs-change' &&
    ['dependencies', 'objective'].includes(setting) &&
    calculator.objective > 99.95 &&
    /\bdatabase 99\.95\b/i.test(calculator.dependencies),

  receipt: ({ type }) =>
    type === 'obs-change' &&
    calculator.objective === 99.9 &&
    calculator.spent === 35 &&
    calculator.spentUnit === 'minutes' &&
    calculator.elapsedDays === 15,

  'too-much': ({ type, setting, given }) => type === 'obs-error' && setting === 'objective' && Number(given) >= 100,

  questions: ({ type }) => type === 'obs-complete',
};
const done = new Set();

for (const type of ['obs-input', 'obs-change', 'obs-error', 'obs-progress', 'obs-complete']) {
  // They bubble: one listener on the document would hear every figure of a page.
  for (const figure of [calculator, quiz]) {
    figure.addEventListener(type, (event) => {
      write(event);
      tick(event);
    });
  }
}

// What an LMS would put into its grade book.
quiz.addEventListener('obs-progress', (event) => {
  score.textContent = `${event.score} of ${event.max} right.`;
});

function write(event) {
  const line = document.createElement('li');
  line.className = event.type;
  line.textContent = `${event.type} ${said(event)}`;
  silence.hidden = true;
  log.prepend(line);
  while (log.children.length > MOST_LINES) log.lastElementChild.remove();
}

function said({ type, setting, value, given, message, score: right, max }) {
  if (type === 'obs-error') return `${setting}: ${given}. ${message}`;
  return setting === undefined ? `${right} of ${max}` : `${setting} = ${String(value) || '(empty)'}`;
}

function tick(event) {
  const fresh = Object.keys(tasks).filter((id) => !done.has(id) && tasks[id](event));
  for (const id of fresh) {
    done.add(id);
    const item = document.getElementById(id);
    item.className = 'done';
    item.querySelector('.mark').textContent = 'Done';
  }
  if (!fresh.length) return;
  const all = Object.keys(tasks).length;
  status.textContent = done.size === all ? `All ${all} tasks done. Well spent.` : `${done.size} of ${all} tasks done.`;
}
