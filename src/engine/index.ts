export type { Timer } from './event-queue.js';
export type { Process } from './process.js';
export type { Random } from './random.js';
export { Resource } from './resource.js';
export { Signal } from './signal.js';
export { Simulation } from './simulation.js';
export type { Acquisition } from './acquire-request.js';
