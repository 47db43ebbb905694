/** The hall's loudspeaker: one audio context, decoded files, loops that fade, single sounds that end by themselves. */
import type { Vec3 } from '../../sim/world.ts';
import { VOICES } from './plan.ts';

/** Fades of loops: short enough to follow a trigger, long enough not to click. */
const FADE_s = 0.06;

/** Nothing is held back. */
const ALL_Hz = 20_000;

export interface Voice {
  source: AudioBufferSourceNode;
  gain: GainNode;
  panner: PannerNode | null;
  /** what walls and doors leave of it */
  wall: BiquadFilterNode | null;
  ends_s: number;
}

export class Voices {
  readonly context: AudioContext;
  private readonly master: GainNode;
  private readonly mono: GainNode;
  /** all that belongs to the run; keys are heard beside it while it is hushed */
  private readonly room: GainNode;
  private readonly files = new Map<string, Promise<AudioBuffer | null>>();
  private readonly buffers = new Map<string, AudioBuffer>();
  private readonly loops = new Map<string, Voice>();
  private shots: Voice[] = [];
  private readonly suffix: string;
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
    this.context = new AudioContext({ latencyHint: 'interactive' });
    this.master = this.context.createGain();
    // one channel in the middle, when both ears should hear the same
    this.mono = this.context.createGain();
    this.room = this.context.createGain();
    this.room.connect(this.master);
    this.master.connect(this.mono).connect(this.context.destination);
    const opus = new Audio().canPlayType('audio/ogg; codecs=opus');
    this.suffix = opus ? 'ogg' : 'm4a';
  }

  volume(frac: number, mono: boolean): void {
    this.master.gain.setTargetAtTime(frac, this.context.currentTime, 0.05);
    this.mono.channelCount = mono ? 1 : 2;
    this.mono.channelCountMode = 'explicit';
  }

  /** Stills the run, not the keys. */
  hush(still: boolean): void {
    this.room.gain.setTargetAtTime(still ? 0 : 1, this.context.currentTime, 0.05);
  }

  /** Fetches and decodes once; a sound that cannot be had is silence, never a stop. */
  open(name: string): Promise<AudioBuffer | null> {
    const before = this.files.get(name);
    if (before) return before;
    const opening = fetch(`${this.base}sounds/${name}.${this.suffix}`)
      .then(async (reply) => {
        if (!reply.ok) return null;
        const buffer = await this.context.decodeAudioData(await reply.arrayBuffer());
        this.buffers.set(name, buffer);
        return buffer;
      })
      .catch(() => null);
    this.files.set(name, opening);
    return opening;
  }

  /** Sounds now: loops and single ones together. */
  get sounding(): number {
    const now_s = this.context.currentTime;
    this.shots = this.shots.filter((shot) => shot.ends_s > now_s);
    return this.loops.size + this.shots.length;
  }

  private voice(buffer: AudioBuffer, at_m: Vec3 | null, gain: number, bus: GainNode, low_Hz = ALL_Hz): Voice {
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    const loud = this.context.createGain();
    loud.gain.value = gain;
    let wall: BiquadFilterNode | null = null;
    if (at_m || low_Hz < ALL_Hz) {
      wall = new BiquadFilterNode(this.context, { type: 'lowpass', frequency: low_Hz, Q: 0.5 });
      source.connect(wall).connect(loud);
    } else source.connect(loud);
    let panner: PannerNode | null = null;
    if (at_m) {
      panner = new PannerNode(this.context, {
        panningModel: 'HRTF',
        distanceModel: 'inverse',
        refDistance: 1.2,
        rolloffFactor: 0.9,
      });
      move(panner, at_m);
      loud.connect(panner).connect(bus);
    } else loud.connect(bus);
    return { source, gain: loud, panner, wall, ends_s: Number.POSITIVE_INFINITY };
  }

  /** Starts, moves or turns a loop; it begins as soon as its file is here. */
  loop(id: string, sound: string, gain: number, at_m: Vec3 | null, low_Hz = ALL_Hz): void {
    const now_s = this.context.currentTime;
    const going = this.loops.get(id);
    if (going) {
      going.gain.gain.setTargetAtTime(gain, now_s, FADE_s);
      going.wall?.frequency.setTargetAtTime(low_Hz, now_s, FADE_s * 2);
      if (going.panner && at_m) move(going.panner, at_m);
      return;
    }
    const buffer = this.buffers.get(sound);
    if (!buffer) {
      void this.open(sound);
      return;
    }
    const made = this.voice(buffer, at_m, 0, this.room, low_Hz);
    made.gain.gain.setTargetAtTime(gain, now_s, FADE_s);
    made.source.loop = true;
    // not always from its beginning, the same place every time for the same loop
    made.source.start(now_s, (id.length * 0.37) % buffer.duration);
    this.loops.set(id, made);
  }

  /** Ends every loop that is not wished for any more. */
  keep(wished: ReadonlySet<string>): void {
    for (const [id, going] of this.loops) {
      if (wished.has(id)) continue;
      going.gain.gain.setTargetAtTime(0, this.context.currentTime, FADE_s);
      going.source.stop(this.context.currentTime + FADE_s * 6);
      this.loops.delete(id);
    }
  }

  /** Plays once; when all voices are taken the oldest single sound gives way. */
  shot(sound: string, gain: number, at_m: Vec3 | null, bus: 'room' | 'keys' = 'room', low_Hz = ALL_Hz): void {
    void this.open(sound).then((buffer) => {
      if (!buffer || this.context.state !== 'running') return;
      if (this.sounding >= VOICES) this.shots.shift()?.source.stop();
      const made = this.voice(buffer, at_m, gain, bus === 'keys' ? this.master : this.room, low_Hz);
      made.ends_s = this.context.currentTime + buffer.duration;
      made.source.start();
      this.shots.push(made);
    });
  }

  /** Ears to where the eyes are. */
  listen(at_m: Vec3, forward: Vec3, up: Vec3): void {
    const ear = this.context.listener;
    if (ear.positionX) {
      ear.positionX.value = at_m[0];
      ear.positionY.value = at_m[1];
      ear.positionZ.value = at_m[2];
      ear.forwardX.value = forward[0];
      ear.forwardY.value = forward[1];
      ear.forwardZ.value = forward[2];
      ear.upX.value = up[0];
      ear.upY.value = up[1];
      ear.upZ.value = up[2];
      return;
    }
    ear.setPosition(at_m[0], at_m[1], at_m[2]);
    ear.setOrientation(forward[0], forward[1], forward[2], up[0], up[1], up[2]);
  }

  async close(): Promise<void> {
    this.keep(new Set());
    await this.context.close().catch(() => undefined);
  }
}

function move(panner: PannerNode, at_m: Vec3): void {
  panner.positionX.value = at_m[0];
  panner.positionY.value = at_m[1];
  panner.positionZ.value = at_m[2];
}
