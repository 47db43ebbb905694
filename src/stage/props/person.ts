/** Someone in the room: a rigged model that stands, walks or telephones as the world says. */
import { type AnimationAction, AnimationMixer, type Object3D } from 'three';
import type { GLTF } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { clone } from 'three/examples/jsm/utils/SkeletonUtils.js';
import type { Person, PersonDoing } from '../../sim/things.ts';
import { follow, type Prop } from './prop.ts';

/** Motion of each doing; a model without it stands idle. */
const CLIP: Record<PersonDoing, string> = {
  idle: 'idle',
  walking: 'walk',
  hurrying: 'run',
  crouching: 'crouch',
  coughing: 'cough',
  helping: 'help',
  carrying: 'carry',
  phoning: 'phone',
  down: 'down',
};

export function makePerson(model: GLTF, thing: Person): Prop {
  const root: Object3D = clone(model.scene);
  const mixer = new AnimationMixer(root);
  const actions = new Map<string, AnimationAction>();
  for (const clip of model.animations) actions.set(clip.name, mixer.clipAction(clip));
  let now: AnimationAction | undefined;
  const play = (name: string) => {
    const next = actions.get(name) ?? actions.get('idle');
    if (!next || next === now) return;
    next.reset().fadeIn(0.25).play();
    now?.fadeOut(0.25);
    now = next;
  };
  play('idle');
  return {
    id: thing.id,
    root,
    shadow_m: 0.28,
    draw(person, _, dt_s) {
      if (person.kind !== 'person') return;
      root.visible = !person.out;
      if (person.out) return;
      follow(root, person, dt_s);
      play(CLIP[person.doing]);
      mixer.update(dt_s);
    },
  };
}
