import type { AlertRule } from './alert-rules.js';

/** A stretch of time in which an alert was pending or firing; it ends at the evaluation that saw the state end. */
export interface AlertInterval {
  rule: string;
  state: 'pending' | 'firing';
  startSeconds: number;
  endSeconds: number;
}

/** The states of one alerting rule, evaluated step by step as Prometheus does it. */
export class AlertTimeline {
  /** In order; the last is open while the alert is pending or firing, and then ends at `endSeconds`. */
  readonly intervals: AlertInterval[] = [];
  readonly #name: string;
  readonly #evaluationSeconds: number;
  readonly #endSeconds: number;
  /** Evaluations for which the condition must hold before the alert fires, and for which it fires on. */
  readonly #pendingFor: number;
  readonly #keepFiringFor: number;
  #open: AlertInterval | undefined;
  #since = 0;
  #lastTrue = 0;

  /** `endSeconds` is where an open interval ends: unset, nowhere yet. */
  constructor(
    { name, forSeconds, keepFiringForSeconds }: Omit<AlertRule, 'condition' | 'severity'>,
    evaluationSeconds: number,
    endSeconds: number = Infinity,
  ) {
    const evaluations = (seconds: number = 0): number => Math.ceil(seconds / evaluationSeconds - 1e-9);
    this.#name = name;
    this.#evaluationSeconds = evaluationSeconds;
    this.#endSeconds = endSeconds;
    this.#pendingFor = evaluations(forSeconds);
    this.#keepFiringFor = evaluations(keepFiringForSeconds);
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Takes the result of an evaluation, by its number from 1. While the alert is closed, false ones may be left out. */
  evaluate(evaluation: number, isTrue: boolean): void {
    if (isTrue) this.#lastTrue = evaluation;
    const open = this.#open;
    let next: AlertInterval['state'] | undefined;
    if (isTrue) {
      if (!open) this.#since = evaluation;
      next = open?.state === 'firing' || evaluation - this.#since >= this.#pendingFor ? 'firing' : 'pending';
    } else if (open?.state === 'firing' && evaluation - (this.#lastTrue + 1) < this.#keepFiringFor) {
      next = 'firing';
    }
    if (next === open?.state) return;

    const now = evaluation * this.#evaluationSeconds;
    if (open) open.endSeconds = now;
    this.#open = next && { rule: this.#name, state: next, startSeconds: now, endSeconds: this.#endSeconds };
    if (this.#open) this.intervals.push(this.#open);
  }
}
