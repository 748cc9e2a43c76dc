import { Xoshiro128 } from '../../../engine/xoshiro.js';
import { availabilityInParallel, availabilityInSeries } from '../../../slo/availability.js';
import { allowedDowntimeSeconds, burnRate, chanceOfMeetingTail, timeToExhaustionSeconds } from '../../../slo/budget.js';
import { budgetSpentAtDetection } from '../../../slo/alerts/burn-rate-alerts.js';
import { DEFAULT_PERIOD_SECONDS } from '../../../slo/alerts/burn-rate-windows.js';

const DAY = 86_400;
const OBJECTIVE = 0.999;

/** One figure of a question: the lesson's under seed 1, one of `others` under any other seed. */
export type Draw = (lesson: number, others: readonly number[]) => number;

/** The numbers of a question, by name. */
export type Figures<Name extends string> = Readonly<Record<Name, number>>;

/** The figures of one question: the same seed and name, the same figures. */
export function drawFor(seed: number, name: string): Draw {
  const bits = Xoshiro128.seededBy(`${seed} ${name}`);
  return (lesson, others) => (seed === 1 ? lesson : (others[(bits.next() >>> 0) % others.length] ?? lesson));
}

/** `items` in an order that seed and name decide. */
export function shuffled<T>(items: readonly T[], seed: number, name: string): T[] {
  const bits = Xoshiro128.seededBy(`order ${seed} ${name}`);
  const keyed = items.map((item) => [bits.next(), item] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** Whole steps from `min` to `max`, both included. */
function steps(min: number, max: number, step: number = 1): number[] {
  return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, index) => min + index * step);
}

type Spending = Figures<'failing' | 'burn' | 'goneSeconds'>;

/** How fast errors spend a budget of 99.9 %, and when it is gone, in seconds. */
function spending(failing: number): Spending {
  const burn = burnRate(failing, OBJECTIVE);
  return { failing, burn, goneSeconds: timeToExhaustionSeconds(burn, DEFAULT_PERIOD_SECONDS) };
}

export const failingPayments = (draw: Draw): Spending => spending(draw(8, steps(3, 12)) / 100);

/** Of a hundred requests `slow` take `slowMs` and the others `fastMs`. */
export function meanOfTwoKinds(draw: Draw): Figures<'slow' | 'fastMs' | 'slowMs' | 'meanMs' | 'middleMs'> {
  const slow = draw(1, steps(1, 4));
  const fastMs = draw(10, steps(10, 40, 10));
  const slowMs = draw(4050, steps(2000, 6000, 50));
  const meanMs = ((100 - slow) * fastMs + slow * slowMs) / 100;
  return { slow, fastMs, slowMs, meanMs, middleMs: (fastMs + slowMs) / 2 };
}

/** Which share of visits meets the slowest hundredth, when a visit makes `requests`. */
export function tailOfVisits(draw: Draw): Figures<'requests' | 'meets' | 'sum' | 'spared'> {
  // Not 10, where the sum of the chances reads like the chance, nor 69, where the complement does.
  const requests = draw(20, [15, 25, 30, 40, 50, 60, 80]);
  const meets = chanceOfMeetingTail(0.99, requests);
  return { requests, meets, sum: requests / 100, spared: 1 - meets };
}

/** What a resource at `used` can still take, as a share of today's traffic and in requests a second. */
export function roomLeft(draw: Draw): Figures<'used' | 'rate' | 'room' | 'roomRate'> {
  const used = draw(95, steps(91, 97)) / 100;
  const rate = draw(500, steps(200, 900, 50));
  const room = 1 / used - 1;
  return { used, rate, room, roomRate: rate * room };
}

/** The rate at which a pool is in use all of the time: Little's law. */
export function poolLimit(draw: Draw): Figures<'size' | 'heldMs' | 'rate' | 'product' | 'alone'> {
  // Sizes that divide no second which a request may take: else two mistakes would come to the same.
  const size = draw(20, [12, 15, 24, 30]);
  const heldMs = draw(80, [20, 25, 40, 50, 100, 125, 200]);
  return { size, heldMs, rate: (size * 1000) / heldMs, product: size * heldMs, alone: 1000 / heldMs };
}

/** A budget in the middle of its month, and three ways to get it wrong; in seconds. */
export function budgetLeft(
  draw: Draw,
): Figures<'objective' | 'day' | 'budget' | 'spent' | 'left' | 'restOfMonth' | 'soFarLeft' | 'nineLess'> {
  const objective = draw(0.999, [0.998, 0.999, 0.9995]);
  const day = draw(15, steps(10, 20));
  const budget = allowedDowntimeSeconds(objective, DEFAULT_PERIOD_SECONDS);
  // More than the share of the month that has passed at the most.
  const spent =
    draw(
      35,
      steps(70, 90).map((percent) => Math.round((budget * percent) / 6000)),
    ) * 60;
  const soFar = (budget * day * DAY) / DEFAULT_PERIOD_SECONDS;
  return {
    objective,
    day,
    budget,
    spent,
    left: budget - spent,
    restOfMonth: budget - soFar,
    soFarLeft: soFar - spent,
    nineLess: budget * 10 - spent,
  };
}

/** Two parts that are both needed, and three ways to get their availability wrong. */
export function bothNeeded(draw: Draw): Figures<'database' | 'cloud' | 'together' | 'mean' | 'oneSuffices'> {
  const database = draw(0.9995, [0.998, 0.999, 0.9995]);
  const cloud = draw(0.9999, [0.9998, 0.9999]);
  const parts = [database, cloud];
  return {
    database,
    cloud,
    together: availabilityInSeries(parts),
    mean: (database + cloud) / 2,
    oneSuffices: availabilityInParallel(parts),
  };
}

/** A release that may go wrong, against what is left; in seconds. */
export function riskyRelease(draw: Draw): Figures<'left' | 'worst' | 'chance' | 'expected' | 'over'> {
  const left = draw(5, [5, 6]) * 60;
  const worst = draw(15, [12, 14, 16, 18]) * 60;
  const chance = draw(0.3, [0.2, 0.25]);
  return { left, worst, chance, expected: worst * chance, over: worst - left };
}

/** When a burn rate has emptied the budget, and what it spends in an hour. */
export function fastBurn(draw: Draw): Figures<'burn' | 'goneSeconds' | 'hourShare' | 'asHours' | 'periodSeconds'> {
  const burn = draw(14.4, [9.6, 12, 18, 24, 36]);
  const periodSeconds = DEFAULT_PERIOD_SECONDS;
  return {
    burn,
    goneSeconds: timeToExhaustionSeconds(burn, periodSeconds),
    hourShare: budgetSpentAtDetection({ burnRate: burn, windowSeconds: 3600, periodSeconds }),
    asHours: burn * 3600,
    periodSeconds,
  };
}

/** How often an alert was right. */
export function noisyAlert(draw: Draw): Figures<'fired' | 'real' | 'idle' | 'precision'> {
  const fired = draw(15, steps(12, 25));
  const real = draw(2, [2, 3]);
  return { fired, real, idle: fired - real, precision: real / fired };
}

export const worthAPage = (draw: Draw): Spending => spending(draw(2, [2, 3, 4, 5]) / 100);

/** How many lines one second of a log holds. */
export function linesOfASecond(draw: Draw): Figures<'rate' | 'perRequest' | 'lines'> {
  const rate = draw(1200, steps(400, 2400, 100));
  const perRequest = draw(5, [3, 4, 5]);
  return { rate, perRequest, lines: rate * perRequest };
}

/** A trace of four spans, one after the other or one in the other, in milliseconds; `self` without what children take. */
export function nestedSpans(
  draw: Draw,
): Figures<'gatewaySelf' | 'auth' | 'ordersSelf' | 'query' | 'orders' | 'gateway'> {
  const gatewaySelf = draw(5, steps(3, 9));
  const auth = draw(20, steps(12, 40));
  const ordersSelf = draw(50, steps(45, 90, 5));
  const query = draw(4850, steps(1500, 5000, 50));
  const orders = ordersSelf + query;
  return { gatewaySelf, auth, ordersSelf, query, orders, gateway: gatewaySelf + auth + orders };
}
