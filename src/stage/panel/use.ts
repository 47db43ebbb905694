/** What the panels of a headset and of a desktop share: which panels are open, what they say, what a key does. */

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { tickBefore } from '../../drill/replay.ts';
import type { DrillView, MarkView } from '../../drill/types.ts';
import { hasLevels } from '../../sim/ground.ts';
import { clock_s } from '../../sim/world.ts';
import { setLocale } from '../../text/text.ts';
import type { PanelsProps } from '../contract.ts';
import { offersOf } from '../input/offers.ts';
import { hasCrowd, phrasesOf } from '../input/phrases.ts';
import { settings } from '../input/settings.ts';
import { playUi } from '../sound/ui.ts';
import { captionsNow } from './captions.ts';
import { preferences } from './preferences.ts';
import { sensedNow } from './sensed.ts';
import type { PanelSpec } from './spec.ts';
import { saySpec, tagSpec } from './specs/cards.ts';
import { choicesSpec } from './specs/choices.ts';
import { endPages } from './specs/end.ts';
import {
  captionSpec,
  promptSpec,
  type Spoken,
  sensedSpec,
  sensedWords,
  spokenOf,
  toastSpec,
  veilSpec,
} from './specs/guide.ts';
import { nextSettings, pauseSpec, settingsSpec } from './specs/pause.ts';
import { afterKey, type DutyStep, phoneFace, phoneSpec } from './specs/phone.ts';
import { packText } from './words.ts';

export type Slot = 'prompt' | 'caption' | 'toast' | 'modal';
export type Open = Record<Slot, PanelSpec | null>;

const TOAST_s = 3.5;
/** Between the last card and the question for the duty number, the operator says good-bye. [D] */
const DUTY_AFTER_s = 4;

export function useView(drill: PanelsProps['drill']): DrillView {
  return useSyncExternalStore(drill.view.subscribe, drill.view.getState);
}

/** A few numbers of the world that panels depend on, read a few times a second, never per frame. */
export interface Sign {
  /** changes when the words of a panel may have changed */
  text: string;
  now_s: number;
  heard: Spoken | null;
}

export function signOf(drill: PanelsProps['drill'], inspecting: string | null, choosing: string | null = null): string {
  const { call, things } = drill.world;
  const bottle = inspecting ? things[inspecting] : undefined;
  const tag = bottle?.kind === 'extinguisher' ? bottle.tag : '';
  const { body, room } = drill.world;
  const door = things[room.exit.door];
  const shut = door?.kind === 'door' && door.open_frac < 0.1;
  const chosen = choosing ? things[choosing] : undefined;
  const offers = chosen
    ? offersOf(drill.world, chosen, true)
        .map(({ word, far }) => `${word}${far}`)
        .join()
    : '';
  return `${offers} ${sensedNow(drill)?.at_s} ${atAssembly(drill)} ${body.out} ${shut} ${call.line} ${call.ended} ${call.told.join()} ${call.number} ${tag}`;
}

/** How near the assembly point people are counted. [D] */
const ASSEMBLY_m = 5;

/** @returns whether the trainee stands where those who came out can be counted. */
function atAssembly({ world }: PanelsProps['drill']): boolean {
  if (!world.body.out) return false;
  const post = world.room.posts.assembly;
  if (post === undefined) return hasCrowd(world);
  const [x, , z] = world.body.head.position_m;
  return Math.hypot(x - post[0], z - post[2]) < ASSEMBLY_m;
}

/** The mark that was last earned or lost in learn mode, for a while. */
function useToast(drill: PanelsProps['drill'], view: DrillView, now_s: number): MarkView | null {
  const before = useRef<readonly MarkView[]>(view.marks);
  const [toast, setToast] = useState<{ mark: MarkView; at_s: number } | null>(null);
  useEffect(() => {
    if (drill.mode === 'learn')
      for (const mark of view.marks) {
        const old = before.current.find((one) => one.rule === mark.rule);
        if (mark.at_s !== null && old && old.at_s === null && mark.points > 0) {
          setToast({ mark, at_s: clock_s(drill.world) });
          playUi('ok');
        }
      }
    before.current = view.marks;
  }, [drill, view.marks]);
  return toast && now_s - toast.at_s < TOAST_s && now_s >= toast.at_s ? toast.mark : null;
}

/** Time to see to the door before the own phone is taken out. [D] */
const DOOR_FIRST_s = 8;

/** Outside nobody reaches the phone of the room: one's own comes out once the door is shut, or has been left open. */
function pocketPhone(drill: PanelsProps['drill'], now_s: number): boolean {
  const { body, room, things } = drill.world;
  if (!body.out) return false;
  const door = things[room.exit.door];
  const left_s = drill.facts.findLast((fact) => fact.fact === 'left')?.at_s ?? now_s;
  return (door?.kind === 'door' && door.open_frac < 0.1) || now_s - left_s > DOOR_FIRST_s;
}

/** A desktop shows no words beside an open panel: what was sensed is written into it. */
function saidBeside(drill: PanelsProps['drill'], xr: boolean): string {
  const fact = xr ? null : sensedNow(drill);
  return fact ? sensedWords(drill, fact) : '';
}

const dutyAsked = new WeakMap<object, boolean>();

/** In a house the duty number is asked for by scripts that want it, and only of who is out in the open. */
function dutyInPlace({ pack, world }: PanelsProps['drill']): boolean {
  if (!hasLevels(world.room)) return true;
  let asks = dutyAsked.get(pack.script);
  if (asks === undefined) {
    asks = JSON.stringify(pack.script).includes('"duty"');
    dutyAsked.set(pack.script, asks);
  }
  return asks && world.body.out;
}

/** Digits being dialled, and whether the duty number was answered for. */
function usePhone(props: PanelsProps, view: DrillView, now_s: number) {
  const { drill, hall, act, onPhoneClosed } = props;
  const [digits, setDigits] = useState('');
  const [answered, setAnswered] = useState<'no' | 'dialled' | 'closed'>('no');
  const { call } = drill.world;
  const complete_s = drill.facts.findLast((fact) => fact.fact === 'call-complete')?.at_s;
  const told = complete_s !== undefined && (call.ended || now_s - complete_s > DUTY_AFTER_s);
  const asked = told && dutyInPlace(drill);
  const duty: DutyStep = !asked ? 'not-yet' : answered === 'no' ? 'asked' : answered;
  useEffect(() => {
    if (view.attempt !== 2) return;
    setAnswered('no');
    setDigits('');
  }, [view.attempt]);
  const face = phoneFace(call, duty);
  const [putAway, setPutAway] = useState(false);
  const pocket = !putAway && !(complete_s !== undefined && call.ended) && pocketPhone(drill, now_s);
  const open = props.phone !== null || duty === 'asked' || duty === 'dialled' || pocket;
  const press = useCallback(
    (id: string) => {
      if (id === 'close') {
        if (duty === 'dialled') setAnswered('closed');
        setDigits('');
        setPutAway(true);
        onPhoneClosed();
      } else if (id === 'hang-up') {
        act({ do: 'hang-up' });
        // who is shut in has more to do than to hold a phone
        if (complete_s !== undefined && !dutyInPlace(drill)) {
          setPutAway(true);
          onPhoneClosed();
        }
      } else if (id.startsWith('tell:')) act({ do: 'tell', card: id.slice(5) });
      else if (id === 'dial' || id === 'duty-unknown') {
        // '0' reaches nobody: owning up to not knowing it is told as an unknown number
        act({ do: 'dial', number: id === 'dial' ? digits : '0' });
        if (face === 'duty') setAnswered('dialled');
        setDigits('');
      } else {
        if (id.startsWith('digit:')) playUi(id as `digit:${string}`);
        setDigits((now) => afterKey(now, id));
      }
    },
    [act, digits, drill, duty, face, complete_s, onPhoneClosed],
  );
  const own = (key: string) => (key in drill.pack.texts['zh-CN'] ? packText(drill, hall, key) : null);
  return { open, press, spec: () => phoneSpec(face, digits, call, hall, drill.world.things, own) };
}

/** Everything that is open now, and what happens when a key of the modal panel is pressed. */
export function usePanels(
  props: PanelsProps,
  sign: Sign,
): { open: Open; pressed: (id: string) => void; view: DrillView } {
  const { drill, hall, pause, inspecting, act } = props;
  const view = useView(drill);
  const { i18n } = useTranslation('stage');
  const own = useSyncExternalStore(preferences.subscribe, preferences.getState);
  const chosen = useSyncExternalStore(settings.subscribe, settings.getState);
  const [inSettings, setInSettings] = useState<0 | 1 | null>(null);
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (!view.ended) setPage(0);
  }, [view.ended]);
  useEffect(() => {
    if (!pause) setInSettings(null);
  }, [pause]);
  // what was open at the mistake is closed after the rewind
  useEffect(() => {
    if (view.attempt !== 2) return;
    props.onPhoneClosed();
    props.onTagged();
    props.onSaid();
    props.onChosen(null);
  }, [view.attempt]);
  const toast = useToast(drill, view, sign.now_s);
  const phone = usePhone(props, view, sign.now_s);
  const bottle = inspecting ? drill.world.things[inspecting] : undefined;
  const before = props.choosing ? drill.world.things[props.choosing] : undefined;
  const which = modalName(props, view, inSettings !== null, phone.open);

  const pressed = (id: string) => {
    if (!id.startsWith('digit:')) playUi('press');
    if (id === 'count') {
      act({ do: 'count' });
      props.onSaid();
    } else if (which === 'settings') pressSettings(id, setInSettings);
    else if (which === 'pause') {
      if (id === 'resume') props.onResume();
      else if (id === 'settings') setInSettings(0);
      else if (id === 'again') props.onAgain();
      else if (id === 'home') props.onHome();
    } else if (which === 'end') {
      if (id === 'again') props.onAgain();
      else if (id === 'home') props.onHome();
      else if (id.startsWith('page:')) setPage(Number(id.slice(5)));
      else if (id.startsWith('from:')) props.onFrom?.(tickBefore(Number(id.slice(5))));
    } else if (which === 'tag') {
      if (id.startsWith('tag:') && inspecting) act({ do: 'tag', thing: inspecting, label: id.slice(4) });
      props.onTagged();
    } else if (which === 'say') {
      if (id.startsWith('say:')) act({ do: 'say', phrase: id.slice(4) });
      props.onSaid();
    } else if (which === 'choices') props.onChosen(id.startsWith('do:') ? id.slice(3) : null);
    else if (which === 'phone') phone.press(id);
  };

  // the sign and the language stand for what is read from the world
  const open = useMemo((): Open => {
    const textOf = (key: string) => packText(drill, hall, key);
    const captions = spokenOf(drill, hall, captionsNow(view.captions, sign.now_s, textOf));
    const spoken = sign.heard ? [...captions, sign.heard] : captions;
    const modal = {
      settings: () => settingsSpec(chosen, own, props.xr, inSettings ?? 0),
      pause: () => (pause ? pauseSpec(pause, props.hosted) : null),
      end: () => endPages(drill, hall, view, props.onFrom !== undefined, props.hosted !== undefined)[page] ?? null,
      veil: () => veilSpec(drill, hall, view),
      tag: () => (bottle?.kind === 'extinguisher' ? tagSpec(bottle) : null),
      say: () => saySpec(phrasesOf(drill.world), atAssembly(drill)),
      choices: () =>
        before
          ? choicesSpec(drill, before, offersOf(drill.world, before, !props.xr), !props.xr, saidBeside(drill, props.xr))
          : null,
      phone: phone.spec,
      none: () => null,
    }[which]();
    return {
      prompt:
        which === 'none' || which === 'phone' || which === 'tag' || which === 'choices'
          ? promptSpec(drill, hall, view)
          : null,
      caption: which === 'end' || which === 'pause' || which === 'settings' ? null : captionSpec(spoken, own.captions),
      toast: sensedSpec(drill, sensedNow(drill), atAssembly(drill)) ?? toastSpec(drill, hall, toast),
      modal,
    };
  }, [
    drill,
    hall,
    view,
    sign,
    own,
    chosen,
    inSettings,
    page,
    toast,
    which,
    i18n.language,
    pause,
    bottle,
    chosen,
    phone.spec,
    props.xr,
    props.hosted,
  ]);
  return { open, pressed, view };
}

type Modal = 'settings' | 'pause' | 'end' | 'veil' | 'tag' | 'say' | 'choices' | 'phone' | 'none';

/** One modal panel at a time, the most pressing first. */
function modalName(props: PanelsProps, view: DrillView, inSettings: boolean, phoneOpen: boolean): Modal {
  if (props.pause && inSettings) return 'settings';
  if (props.pause) return 'pause';
  if (view.ended) return 'end';
  if (view.consequence) return 'veil';
  if (props.inspecting) return 'tag';
  if (props.saying) return 'say';
  if (props.choosing && !phoneOpen) return 'choices';
  return phoneOpen ? 'phone' : 'none';
}

function pressSettings(id: string, setPage: (page: 0 | 1 | null) => void): void {
  if (id === 'back') setPage(null);
  else if (id.startsWith('page:')) setPage(id === 'page:1' ? 1 : 0);
  else if (id === 'locale:en' || id === 'locale:zh-CN') void setLocale(id === 'locale:en' ? 'en' : 'zh-CN');
  else {
    const next = nextSettings(settings.getState(), preferences.getState(), id);
    settings.setState(next.settings);
    preferences.setState(next.own);
  }
}
