import type { AlertSeries } from '../../../slo/index.js';
import type { Week } from './week.model.js';

/** The gauges that a rule can read, by their short names: what Prometheus calls them. */
export const GAUGES = {
  cpu: 'system_cpu_utilization_ratio',
  memory: 'system_memory_utilization_ratio',
  queue: 'http_server_waiting_requests',
} as const;

export type GaugeName = keyof typeof GAUGES;

/**
 * A week as Prometheus gets to see it: counters and gauges, once every `scrapeSeconds`. CPU is the mean since the last
 * scrape, as the rate of a counter of CPU seconds is; memory and queue are what they are at that moment.
 *
 * Where the agent was gone, there is no sample; what it did not count is lost, and its first scrape shows counters at 0.
 */
export function scrape(week: Week, scrapeSeconds: number): AlertSeries {
  const steps = Math.floor(week.seconds / scrapeSeconds);
  const good = new Float64Array(steps).fill(NaN);
  const total = new Float64Array(steps).fill(NaN);
  const cpu = new Float64Array(steps).fill(NaN);
  const memory = new Float64Array(steps).fill(NaN);
  const queue = new Float64Array(steps).fill(NaN);
  let wasSeen = true;
  for (let step = 0; step < steps; step++) {
    const end = (step + 1) * scrapeSeconds;
    const isSeen = week.unseen[end - 1] === 0;
    if (isSeen) {
      let all = 0;
      let bad = 0;
      let busy = 0;
      for (let second = end - scrapeSeconds; second < end; second++) {
        all += week.total[second] ?? 0;
        bad += week.bad[second] ?? 0;
        busy += week.cpu[second] ?? 0;
      }
      total[step] = wasSeen ? all : 0;
      good[step] = wasSeen ? all - bad : 0;
      // Rounded to what an exporter writes, so that a file holds the number that was judged.
      cpu[step] = rounded(busy / scrapeSeconds);
      memory[step] = rounded(week.memory[end - 1] ?? NaN);
      queue[step] = week.queue[end - 1] ?? NaN;
    }
    wasSeen = isSeen;
  }
  return {
    stepSeconds: scrapeSeconds,
    good,
    total,
    gauges: { [GAUGES.cpu]: cpu, [GAUGES.memory]: memory, [GAUGES.queue]: queue },
  };
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
