import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  carryOver,
  chosenFor,
  nextOpen,
  parseAnswers,
  scoreOf,
  verdictOn,
  wantsSeveral,
  writeAnswers,
  type Question,
} from '../../../src/simulations/quiz/quiz.model.js';

const question = (...rights: boolean[]): Question => ({
  key: rights.join(),
  text: 'q',
  why: '',
  answers: rights.map((right, place) => ({ text: String(place), right, why: '' })),
});
const one = question(false, true, false);
const two = question(true, false, true);

describe('marking', () => {
  it('calls open what nobody answered', () => {
    expect(verdictOn(one, [])).to.equal('open');
  });

  it('calls right who chose all that is right, and nothing else', () => {
    expect(verdictOn(one, [1])).to.equal('right');
    expect(verdictOn(two, [0, 2])).to.equal('right');
  });

  it('calls wrong who chose too little, too much or something else', () => {
    for (const chosen of [[0], [2], [0, 1, 2], [1]]) expect(verdictOn(two, chosen), String(chosen)).to.equal('wrong');
    expect(verdictOn(one, [0])).to.equal('wrong');
  });

  it('wants several where several are right', () => {
    expect([wantsSeveral(one), wantsSeveral(two)]).to.deep.equal([false, true]);
  });

  it('counts', () => {
    expect(scoreOf(['right', 'open', 'wrong', 'right'])).to.deep.equal({ right: 2, answered: 3, max: 4 });
    expect(scoreOf([])).to.deep.equal({ right: 0, answered: 0, max: 0 });
  });

  it('finds the next open question, from the start again after the last', () => {
    expect(nextOpen(['open', 'right', 'wrong', 'open'], 0)).to.equal(3);
    expect(nextOpen(['open', 'right', 'wrong', 'right'], 2)).to.equal(0);
    expect(nextOpen(['right', 'wrong'], 1)).to.equal(-1);
  });
});

describe('answers as text', () => {
  it('are letters by question', () => {
    expect(parseAnswers('b - ac')).to.deep.equal([[1], [], [0, 2]]);
    expect(writeAnswers([[1], [], [0, 2]])).to.equal('b - ac');
  });

  it('leave out what is open at the end', () => {
    expect(writeAnswers([[1], [], []])).to.equal('b');
    expect(writeAnswers([[], []])).to.equal('');
  });

  it('are the same whichever way letters stand', () => {
    expect(parseAnswers('  ca   b ')).to.deep.equal([[0, 2], [1]]);
    expect(parseAnswers('bb')).to.deep.equal([[1]]);
  });

  it('are refused where they are none', () => {
    for (const text of ['1', 'b,c', 'm', 'B', 'b --', '__proto__'])
      expect(parseAnswers(text), text).to.equal(undefined);
  });

  it('come back as they were written', () => {
    const chosen = fc.array(fc.uniqueArray(fc.nat(11)).map((places) => places.sort((a, b) => a - b)));
    fc.assert(
      fc.property(chosen, (given) => {
        const last = given.findLastIndex((places) => places.length > 0);
        expect(parseAnswers(writeAnswers(given))).to.deep.equal(given.slice(0, last + 1));
      }),
    );
  });

  it('leave open what a question does not offer', () => {
    expect(chosenFor([one, two], [[3], [0, 2]])).to.deep.equal([[], [0, 2]]);
    expect(chosenFor([one, two], [[0, 1]])).to.deep.equal([[], []]);
  });

  it('follow their question when others come before it, and go with it', () => {
    expect(carryOver(['a', 'b'], ['x', 'b', 'a'], [[1], [2]])).to.deep.equal([[], [2], [1]]);
    expect(carryOver(['a', 'b'], ['b'], [[1], [2]])).to.deep.equal([[2]]);
    expect(carryOver(['a'], ['x'], [[1]])).to.deep.equal([[]]);
  });

  it('wait for questions that have not come yet', () => {
    expect(carryOver(['a'], ['a', 'b'], [[1], [2]])).to.deep.equal([[1], [2]]);
    expect(carryOver([], ['a', 'b'], [[1], [2]])).to.deep.equal([[1], [2]]);
  });
});
