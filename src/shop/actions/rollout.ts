import type { Process } from '../../engine/index.js';
import { start, type ControlPlane } from './control-plane.js';
import { nextVersion, type Defect, type Release } from '../system/release.js';
import type { Service } from '../system/service.js';

/** Seconds that an instance has to finish its requests. */
const DRAIN_SECONDS = 4;
/** Seconds from the stop of an instance until it serves again. */
const BOOT_SECONDS = 4;

/** Deploys the next version of a service. Unless it has a defect of its own, it keeps that of the current version. */
export function deploy(
  control: ControlPlane,
  service: Service,
  defect: Defect | undefined = service.release.defect,
): void {
  const version = nextVersion(service.release.version);
  service.history.push(service.release);
  control.telemetry.change({
    kind: 'deploy',
    service: service.spec.name,
    summary: `${service.spec.name} ${version} deployed`,
    version,
  });
  start(control, rollOut(control, service, releaseOf(version, defect)));
}

/** Rolls a service back to the previous version. Does nothing if there is none. */
export function rollBack(control: ControlPlane, service: Service): void {
  const release = service.history.pop();
  if (release === undefined) return;
  control.telemetry.change({
    kind: 'roll-back',
    service: service.spec.name,
    summary: `${service.spec.name} rolled back to ${release.version}`,
    version: release.version,
  });
  start(control, rollOut(control, service, release));
}

/** Replaces one instance after the other, while the others serve. */
function* rollOut(control: ControlPlane, service: Service, release: Release): Process<void> {
  const rollout = ++service.rollout;
  service.release = release;
  for (const instance of service.instances.slice()) {
    if (service.rollout !== rollout) return;
    if (!service.instances.includes(instance)) continue;
    instance.isReady = false;
    yield* control.simulation.delay(DRAIN_SECONDS);
    const kill = instance.kill();
    yield* control.simulation.delay(BOOT_SECONDS);
    instance.boot(service.release, kill);
  }
}

function releaseOf(version: string, defect: Defect | undefined): Release {
  return defect === undefined ? { version } : { version, defect };
}
