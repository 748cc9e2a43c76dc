export type { Timer } from './event-queue.js';
export type { Process } from './process.js';
export type { Random } from './random.js';
export { Resource } from './resource.js';
export { Latch } from './latch.js';
export { Simulation } from './simulation.js';
export type { Acquisition } from './acquire-request.js';
