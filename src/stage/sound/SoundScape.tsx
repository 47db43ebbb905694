/** Everything heard in a run: what burns and sprays where it does, what the hands do, voices; silent while paused. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Quaternion, Vector3, type WebGLRenderer } from 'three';
import { clock_s, type Vec3, type World } from '../../sim/world.ts';
import { currentLocale } from '../../text/text.ts';
import type { SoundScapeProps } from '../contract.ts';
import { DRAW } from '../frame.ts';
import { settings } from '../input/settings.ts';
import { preferences } from '../panel/preferences.ts';
import { coughEvery_s, dose_frac, smokeAtHead_pm } from '../rig/suffering.ts';
import { dulledBy, dulledOutdoors, throughDoors } from './hearing.ts';
import { loopsOf, shotOf, sirenGain, thrownShot } from './plan.ts';
import { spokenFile } from './speech.ts';
import { onUi } from './ui.ts';
import { Voices } from './voices.ts';

/** Loops are looked at again this often; hearing does not need more. */
const LOOK_s = 0.1;
/** What a first try needs at once; the rest comes when it sounds. */
const FIRST = [
  'room-loop',
  'fire-small-loop',
  'fire-big-loop',
  'sizzle-loop',
  'powder-loop',
  'pin',
  'take',
  'lever',
  'press',
];
/** A browser lets sound begin only on a gesture. */
const GESTURES = ['pointerdown', 'keydown', 'touchend'] as const;

const at = new Vector3();
const q = new Quaternion();
const scale = new Vector3();
const ahead = new Vector3();
const above = new Vector3();
const ears: [Vec3, Vec3, Vec3] = [
  [0, 0, 0],
  [0, 0, -1],
  [0, 1, 0],
];

interface Heard {
  look_s: number;
  facts: number;
  captions: number;
  left_kg: Map<string, number>;
  /** when the call was complete: the engine is on its way */
  called_s: number;
  coughed_s: number;
}

export function SoundScape({ drill }: SoundScapeProps) {
  const camera = useThree((state) => state.camera);
  const gl = useThree((state) => state.gl);
  const voices = useMemo(() => new Voices(import.meta.env.BASE_URL), []);
  const heard = useMemo<Heard>(
    () => ({
      look_s: 0,
      facts: drill.facts.length,
      captions: 0,
      left_kg: new Map(),
      called_s: Number.POSITIVE_INFINITY,
      coughed_s: 0,
    }),
    [drill],
  );
  useUnlock(voices, gl);
  usePause(voices, drill);
  useEffect(() => {
    for (const name of FIRST) void voices.open(name);
    const apply = () => voices.volume(preferences.getState().volume_frac, preferences.getState().mono);
    apply();
    const stop = preferences.subscribe(apply);
    const silent = onUi((sound) => voices.shot(sound.replace(':', '-'), 0.7, null, 'keys'));
    return () => {
      stop();
      silent();
      void voices.close();
    };
  }, [voices]);
  useEffect(
    () =>
      drill.view.subscribe((view, before) => {
        speak(voices, drill, heard, view.captions);
        if (view.promptKey && view.promptKey !== before.promptKey) sayText(voices, drill, view.promptKey);
      }),
    [voices, drill, heard],
  );

  useFrame((_, dt_s) => {
    heard.look_s += dt_s;
    if (heard.look_s < LOOK_s || voices.context.state !== 'running') return;
    heard.look_s = 0;
    camera.matrixWorld.decompose(at, q, scale);
    ahead.set(0, 0, -1).applyQuaternion(q);
    above.set(0, 1, 0).applyQuaternion(q);
    at.toArray(ears[0]);
    ahead.toArray(ears[1]);
    above.toArray(ears[2]);
    voices.listen(ears[0], ears[1], ears[2]);
    const wishes = loopsOf(drill.world);
    const siren = sirenGain(clock_s(drill.world) - heard.called_s);
    if (siren > 0) {
      const through = throughDoors(dulledOutdoors(drill.world));
      wishes.push({ id: 'siren', sound: 'siren-loop', gain: siren * through.gain, at_m: null, low_Hz: through.low_Hz });
    }
    const loud = settings.getState().effects_frac;
    for (const wish of wishes) voices.loop(wish.id, wish.sound, wish.gain * loud, wish.at_m, wish.low_Hz);
    voices.keep(new Set(wishes.map((wish) => wish.id)));
    hearFacts(voices, drill, heard);
    hearThrows(voices, drill, heard);
    hearCoughs(voices, drill, heard);
  }, DRAW);
  return null;
}

/** A single sound in its place, as doors let it through. */
function shotAt(voices: Voices, world: World, sound: string, gain: number, at_m: Vec3 | null): void {
  const loud = gain * settings.getState().effects_frac;
  if (!at_m) {
    voices.shot(sound, loud, null);
    return;
  }
  const through = throughDoors(dulledBy(world, at_m));
  voices.shot(sound, loud * through.gain, at_m, 'room', through.low_Hz);
}

function hearFacts(voices: Voices, drill: SoundScapeProps['drill'], heard: Heard): void {
  // a rewind takes facts back
  if (drill.facts.length < heard.facts) {
    heard.facts = drill.facts.length;
    const call = drill.facts.findLast((fact) => fact.fact === 'call-complete');
    heard.called_s = call?.at_s ?? Number.POSITIVE_INFINITY;
  }
  while (heard.facts < drill.facts.length) {
    const fact = drill.facts[heard.facts++]!;
    const shot = shotOf(fact, drill.world);
    const from = shot?.thing ? drill.world.things[shot.thing] : undefined;
    if (shot) shotAt(voices, drill.world, shot.sound, shot.gain, from?.pose.position_m ?? null);
    if (fact.fact === 'call-complete') heard.called_s = fact.at_s;
    if (fact.fact === 'said') say(voices, `phrase.${fact.with}`);
    if (fact.fact === 'said' && fact.with === 'anyone-here') voices.shot('knock', 0.7, null);
  }
}

/** One's own coughing by the smoke one breathes, and now and then that of others. */
function hearCoughs(voices: Voices, drill: SoundScapeProps['drill'], heard: Heard): void {
  const { world } = drill;
  const now_s = clock_s(world);
  if (now_s < heard.coughed_s) heard.coughed_s = now_s;
  const every_s = coughEvery_s(smokeAtHead_pm(world), dose_frac(world));
  if (world.body.alive && now_s - heard.coughed_s > every_s) {
    heard.coughed_s = now_s;
    voices.shot('cough', 0.75, null);
  }
  for (const id in world.things) {
    const one = world.things[id]!;
    if (one.kind !== 'person' || one.doing !== 'coughing') continue;
    // each has a rhythm of their own, by name
    const rhythm_s = 3 + (id.length % 3) + 0.7 * (id.charCodeAt(id.length - 1) % 4);
    if (Math.floor(now_s / rhythm_s) === Math.floor((now_s - LOOK_s) / rhythm_s)) continue;
    const [x, y, z] = one.pose.position_m;
    shotAt(voices, world, 'cough', 0.4, [x, y + 1.4, z]);
  }
}

function hearThrows(voices: Voices, drill: SoundScapeProps['drill'], heard: Heard): void {
  for (const id in drill.world.things) {
    const thing = drill.world.things[id]!;
    if (thing.kind !== 'water') continue;
    const before = heard.left_kg.get(id) ?? thing.left_kg;
    heard.left_kg.set(id, thing.left_kg);
    if (before - thing.left_kg < 0.05) continue;
    const shot = thrownShot(id);
    shotAt(voices, drill.world, shot.sound, shot.gain, thing.pose.position_m);
  }
}

/** Says new captions aloud where a voice was recorded for them; the caption itself always stands. */
function speak(
  voices: Voices,
  drill: SoundScapeProps['drill'],
  heard: Heard,
  captions: readonly { key: string }[],
): void {
  if (captions.length < heard.captions) heard.captions = captions.length;
  while (heard.captions < captions.length) {
    const { key } = captions[heard.captions++]!;
    sayText(voices, drill, key);
  }
}

function say(voices: Voices, ...names: string[]): void {
  const file = spokenFile(currentLocale(), ...names);
  if (file) voices.shot(file, 0.95, null);
}

/** A variant's own words before its scenario's. */
function sayText(voices: Voices, drill: SoundScapeProps['drill'], key: string): void {
  say(voices, `${drill.scenario}.${drill.variant}.${key}`, `${drill.scenario}.${key}`);
}

/** Starts sound on the first gesture on the page, or with a headset session, which only a gesture can begin. */
function useUnlock(voices: Voices, gl: WebGLRenderer): void {
  useEffect(() => {
    const wake = () => void voices.context.resume().catch(() => undefined);
    for (const gesture of GESTURES) window.addEventListener(gesture, wake);
    gl.xr.addEventListener('sessionstart', wake);
    wake();
    return () => {
      for (const gesture of GESTURES) window.removeEventListener(gesture, wake);
      gl.xr.removeEventListener('sessionstart', wake);
    };
  }, [voices, gl]);
}

/** A paused drill makes no sound but that of keys. */
function usePause(voices: Voices, drill: SoundScapeProps['drill']): void {
  useEffect(() => {
    voices.hush(drill.view.getState().paused);
    return drill.view.subscribe((view, before) => {
      if (view.paused !== before.paused) voices.hush(view.paused);
    });
  }, [voices, drill]);
}
