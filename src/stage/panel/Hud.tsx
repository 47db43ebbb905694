/** The panels of a desktop: the same specs as HTML over the picture, crisp and readable by a screen reader. */
import { useEffect, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { DrillView } from '../../drill/types.ts';
import { currentLocale } from '../../text/text.ts';
import './hud.css';
import type { Block, PanelSpec } from './spec.ts';
import type { Open } from './use.ts';

export interface HudProps {
  open: Open;
  pressed: (id: string) => void;
  canvas: HTMLCanvasElement;
  view: DrillView;
}

/** Mounts a page of its own beside the canvas: what is drawn in the canvas cannot hold HTML. */
export function Hud(props: HudProps) {
  const { canvas } = props;
  const [root, setRoot] = useState<Root | null>(null);
  useEffect(() => {
    const box = document.createElement('div');
    box.className = 'hud';
    (canvas.parentElement ?? document.body).append(box);
    const made = createRoot(box);
    setRoot(made);
    return () => {
      setRoot(null);
      // React may not unmount a root while it renders another
      setTimeout(() => {
        made.unmount();
        box.remove();
      });
    };
  }, [canvas]);
  useEffect(() => {
    root?.render(<HudPage {...props} />);
  }, [root, props]);
  return null;
}

export function HudPage({ open, pressed, view }: Omit<HudProps, 'canvas'>) {
  // the result is a page of its own on a desktop
  const modal = view.ended ? null : open.modal;
  return (
    <div lang={currentLocale()}>
      <div className="hud-top" aria-live="polite">
        {open.prompt && !modal && <PanelPage spec={open.prompt} pressed={pressed} />}
        {open.toast && !modal && <PanelPage spec={open.toast} pressed={pressed} />}
      </div>
      {open.caption && (
        <div className="hud-bottom" role="status">
          <PanelPage spec={open.caption} pressed={pressed} />
        </div>
      )}
      {modal && (
        <div className={`hud-modal hud-${modal.beside ? 'beside' : 'middle'}`} role="dialog" aria-label={modal.name}>
          {open.prompt && <PanelPage spec={open.prompt} pressed={pressed} />}
          <PanelPage spec={modal} pressed={pressed} />
        </div>
      )}
    </div>
  );
}

/** A spec as HTML. One dmm of a headset's panel is 0.74 px here: body text is 19 px. */
export function PanelPage({ spec, pressed }: { spec: PanelSpec; pressed: (id: string) => void }) {
  return (
    <section className={`panel panel-${spec.plate ?? 'dark'}`} style={{ width: `${spec.width_dmm * 0.74}px` }}>
      {spec.blocks.map((block, k) => (
        <BlockPage key={k} block={block} pressed={pressed} />
      ))}
    </section>
  );
}

function BlockPage({ block, pressed }: { block: Block; pressed: (id: string) => void }) {
  if (block.is === 'gap') return <div style={{ height: block.dmm * 0.74 }} />;
  if (block.is === 'bar')
    return <progress max={1} value={block.frac} aria-label={block.label ?? ''} className="panel-bar" />;
  if (block.is === 'rows')
    return (
      <ul className="panel-rows">
        {block.rows.map((row) => (
          <li key={row.left} className={`tone-${row.tone ?? 'plain'}`}>
            <b>{row.left}</b>
            <b>{row.right}</b>
            {row.below && <small>{row.below}</small>}
          </li>
        ))}
      </ul>
    );
  if (block.is === 'keys')
    return (
      <div className="panel-keys" style={{ gridTemplateColumns: `repeat(${block.columns}, 1fr)` }}>
        {block.keys.map((key) => (
          <button
            key={key.id}
            type="button"
            data-key={key.id}
            className={`key key-${key.tone ?? 'plain'}`}
            disabled={key.disabled ?? false}
            style={{ fontSize: (block.size_dmm ?? 26) * 0.74 }}
            onClick={() => pressed(key.id)}
          >
            {key.label}
            {key.detail && <small>{key.detail}</small>}
          </button>
        ))}
      </div>
    );
  const { text, size_dmm = 26, tone = 'plain', bold = false, align = 'left' } = block;
  return (
    <p className={`tone-${tone}`} style={{ fontSize: size_dmm * 0.74, fontWeight: bold ? 700 : 400, textAlign: align }}>
      {text}
    </p>
  );
}
