/** Everything heard in a run: what burns and sprays where it does, what the hands do, voices; silent while paused. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Quaternion, Vector3, type WebGLRenderer } from 'three';
import type { Vec3 } from '../../sim/world.ts';
import { currentLocale } from '../../text/text.ts';
import type { SoundScapeProps } from '../contract.ts';
import { DRAW } from '../frame.ts';
import { preferences } from '../panel/preferences.ts';
import { loopsOf, shotOf, thrownShot } from './plan.ts';
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
}

export function SoundScape({ drill }: SoundScapeProps) {
  const camera = useThree((state) => state.camera);
  const gl = useThree((state) => state.gl);
  const voices = useMemo(() => new Voices(import.meta.env.BASE_URL), []);
  const heard = useMemo<Heard>(
    () => ({ look_s: 0, facts: drill.facts.length, captions: 0, left_kg: new Map() }),
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
    for (const wish of wishes) voices.loop(wish.id, wish.sound, wish.gain, wish.at_m);
    voices.keep(new Set(wishes.map((wish) => wish.id)));
    hearFacts(voices, drill, heard);
    hearThrows(voices, drill, heard);
  }, DRAW);
  return null;
}

function hearFacts(voices: Voices, drill: SoundScapeProps['drill'], heard: Heard): void {
  // a rewind takes facts back
  if (drill.facts.length < heard.facts) heard.facts = drill.facts.length;
  while (heard.facts < drill.facts.length) {
    const fact = drill.facts[heard.facts++]!;
    const shot = shotOf(fact, drill.world);
    if (shot)
      voices.shot(shot.sound, shot.gain, shot.thing ? (drill.world.things[shot.thing]?.pose.position_m ?? null) : null);
    if (fact.fact === 'said') say(voices, `phrase.${fact.with}`);
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
    voices.shot(shot.sound, shot.gain, thing.pose.position_m);
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
