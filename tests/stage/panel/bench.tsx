/**
 * A played plan stopped at an instant, with the stage's own room, hazards and panels; for looking.
 * ?variant=kitchen-wok&run=good-lid&t=12&mode=learn&show=panels|debrief|replay&xr&phone&tag=ext-2&pause=menu&say&lang=en
 */
import { Canvas, useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { NeutralToneMapping, Vector3 } from 'three';
import { createDouble } from '../../../src/drill/double.ts';
import { createDrill, STANDING_m } from '../../../src/drill/drill.ts';
import { loadPack } from '../../../src/drill/packs.ts';
import { surroundingsOf } from '../../../src/drill/surroundings.ts';
import type { Drill, HallSettings } from '../../../src/drill/types.ts';
import { facing } from '../../../src/sim/vec.ts';
import { clock_s } from '../../../src/sim/world.ts';
import type { PauseReason, PointerRay, Rays } from '../../../src/stage/contract.ts';
import { Debrief } from '../../../src/stage/debrief/Debrief.tsx';
import { Hazards } from '../../../src/stage/hazards/Hazards.tsx';
import { Panels } from '../../../src/stage/panel/Panels.tsx';
import { Props } from '../../../src/stage/props/Props.tsx';
import { TapePlayer } from '../../../src/stage/replay/TapePlayer.tsx';
import { Room, useFurnished } from '../../../src/stage/room/Room.tsx';
import { openText, setLocale } from '../../../src/text/text.ts';

const query = new URLSearchParams(location.search);
const hall: HallSettings = {
  name: '五华区翠湖社区应急演练馆',
  dutyPhone: '0871 6512 3456',
  gasLine: '0871 96163',
  assemblyPoint: '社区文化广场',
  aedPlace: '一楼大厅',
  address: '五华区翠湖北路 12 号院 3 栋 2 单元 501',
};

async function openPlayed(): Promise<Drill> {
  const pack = await loadPack('firefighting', query.get('variant') ?? 'kitchen-wok');
  const plan = pack.plans.find((one) => one.run === (query.get('run') ?? 'good-lid'))!;
  const mode = query.get('mode') === 'assess' ? 'assess' : 'learn';
  const id = '019aa000-0000-7000-8000-000000000001';
  const options = { pack, mode, how: 'desktop', locale: 'zh-CN', seed: 1, hall, id, started_ms: 1 } as const;
  const drill = createDrill({ ...options, rewinds: query.has('rewinds') });
  const { at_m, facing_deg } = pack.room.start;
  const double = createDouble(plan, {
    start: { position_m: at_m, orientation_quat: facing(facing_deg) },
    standing_m: STANDING_m,
    seed: 1,
    numbers: { duty: hall.dutyPhone, gas: hall.gasLine },
  });
  const s = surroundingsOf(drill);
  const until_s = Number(query.get('t') ?? 400);
  while (!drill.view.getState().ended && clock_s(drill.world) < until_s) drill.advance(1 / 60, double.frame(s, 1 / 60));
  return drill;
}

function idleRay(hand: 'left' | 'right'): PointerRay {
  const base = { hand, active: false, pressed: false, justPressed: false, justReleased: false, panel_m: null };
  return { ...base, origin: new Vector3(), direction: new Vector3(0, 0, -1) };
}

function Eyes({ drill }: { drill: Drill }) {
  const frames = useRef(0);
  useFrame(({ camera }) => {
    const { head } = drill.world.body;
    camera.position.fromArray(head.position_m);
    camera.quaternion.fromArray(head.orientation_quat);
    camera.updateMatrixWorld();
  }, -15);
  useFrame(() => {
    if (++frames.current === 12) document.body.dataset.ready = '1';
  });
  return null;
}

function Scene({ drill }: { drill: Drill }) {
  const rays = useRef<Rays>([idleRay('left'), idleRay('right')]);
  const people = Object.values(drill.world.things).flatMap((thing) => (thing.kind === 'person' ? [thing.id] : []));
  const room = useFurnished(
    drill.pack.room.room,
    query.has('people') ? people : [],
    false,
    () => undefined,
    console.error,
  );
  const nothing = () => undefined;
  if (!room) return null;
  return (
    <>
      <Room furnished={room} lite={false} movable="movable" onReady={nothing} />
      <group name="movable">
        {query.has('props') && <Props drill={drill} cast={room.cast} trainee={null} />}
        <Hazards drill={drill} lite={false} />
      </group>
      <Eyes drill={drill} />
      <Panels
        drill={drill}
        hall={hall}
        xr={query.has('xr')}
        rays={rays}
        act={nothing}
        pause={query.get('pause') as PauseReason | null}
        onResume={nothing}
        onAgain={nothing}
        onHome={nothing}
        inspecting={query.get('tag')}
        onTagged={nothing}
        phone={query.has('phone') ? 'phone' : null}
        onPhoneClosed={nothing}
        saying={query.has('say')}
        onSaid={nothing}
        choosing={query.get('choices')}
        onChosen={nothing}
      />
    </>
  );
}

await openText('stage');
await setLocale(query.get('lang') === 'en' ? 'en' : 'zh-CN');
const drill = await openPlayed();
const root = createRoot(document.getElementById('root')!);
const show = query.get('show') ?? 'panels';
const gone = () => undefined;
if (show === 'debrief') {
  root.render(<Debrief drill={drill} hall={hall} onAgain={gone} onHome={gone} onFrom={gone} />);
  setTimeout(() => {
    document.body.dataset.ready = '1';
  }, 800);
} else if (show === 'replay') {
  const session = await drill.session();
  root.render(
    <div style={{ width: 900, margin: '0 auto' }}>
      <TapePlayer session={session} from_s={Number(query.get('from') ?? 0)} />
    </div>,
  );
} else
  root.render(
    <Canvas
      gl={{ antialias: true, toneMapping: NeutralToneMapping, toneMappingExposure: 1.2, preserveDrawingBuffer: true }}
      camera={{ fov: Number(query.get('fov') ?? 70), near: 0.03, far: 40 }}
    >
      <Scene drill={drill} />
    </Canvas>,
  );
