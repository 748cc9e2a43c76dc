import type { ShopSettings } from '../run/run-record.js';

/** Traffic over time, as a multiple of the configured rate. */
export interface TrafficShape {
  readonly peak: number;
  level(seconds: number): number;
}

/** Multiple of the mean rate at the start of each hour of a day. Values between are interpolated linearly. */
const DAY: readonly number[] = [
  0.55, 0.42, 0.34, 0.3, 0.3, 0.36, 0.5, 0.72, 1.05, 1.2, 1.22, 1.28, 1.32, 1.28, 1.22, 1.2, 1.22, 1.3, 1.42, 1.58,
  1.62, 1.45, 1.2, 0.95,
];
const DAY_PEAK = 1.62;

/** Returns the shape that the settings choose; undefined for steady traffic. */
export function trafficShape(settings: ShopSettings): TrafficShape | undefined {
  const { shape, spikeAtSeconds, spikeSeconds, spikeFactor, startSeconds } = settings;
  switch (shape) {
    case 'steady':
      return undefined;
    case 'spike': {
      const isSpike = (seconds: number): boolean =>
        seconds >= spikeAtSeconds && seconds < spikeAtSeconds + spikeSeconds;
      return { peak: Math.max(1, spikeFactor), level: (seconds) => (isSpike(seconds) ? spikeFactor : 1) };
    }
    case 'day':
      return { peak: DAY_PEAK, level: (seconds) => dayLevel(((startSeconds + seconds) / 3600) % 24) };
  }
}

function dayLevel(hours: number): number {
  const hour = Math.floor(hours);
  const [from = 1, to = 1] = [DAY[hour], DAY[(hour + 1) % 24]];
  return from + (to - from) * (hours - hour);
}
