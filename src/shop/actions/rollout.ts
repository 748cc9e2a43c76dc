import type { Process } from '../../engine/index.js';
import { start, type Plant } from './control-plane.js';
import { nextVersion, type Defect, type Release } from '../system/release.js';
import type { Service } from '../system/service.js';

/** Seconds an instance has to finish what is inside, and to come up again. */
const DRAIN_SECONDS = 4;
const BOOT_SECONDS = 4;

/** Ships the next version, with what is wrong with it; one without a defect of its own keeps the one before's. */
export function deploy(plant: Plant, service: Service, defect: Defect | undefined = service.release.defect): void {
  const version = nextVersion(service.release.version);
  service.history.push(service.release);
  plant.emitter.change({
    kind: 'deploy',
    service: service.spec.name,
    summary: `${service.spec.name} ${version} deployed`,
    version,
  });
  start(plant, rollOut(plant, service, releaseOf(version, defect)));
}

/** Goes back to the version before; where there is none, nothing happens. */
export function rollBack(plant: Plant, service: Service): void {
  const release = service.history.pop();
  if (release === undefined) return;
  plant.emitter.change({
    kind: 'roll-back',
    service: service.spec.name,
    summary: `${service.spec.name} rolled back to ${release.version}`,
    version: release.version,
  });
  start(plant, rollOut(plant, service, release));
}

/** One instance after the other, so that the others serve meanwhile. */
function* rollOut(plant: Plant, service: Service, release: Release): Process<void> {
  const mine = ++service.rollOut;
  service.release = release;
  for (const instance of service.instances.slice()) {
    if (service.rollOut !== mine) return;
    if (!service.instances.includes(instance)) continue;
    instance.isReady = false;
    yield* plant.simulation.delay(DRAIN_SECONDS);
    const kill = instance.kill();
    yield* plant.simulation.delay(BOOT_SECONDS);
    instance.boot(service.release, kill);
  }
}

function releaseOf(version: string, defect: Defect | undefined): Release {
  return defect === undefined ? { version } : { version, defect };
}
