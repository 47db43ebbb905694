/** One panel in the room: a canvas on a plane, repainted only when its words or the touched key change. */
import {
  CanvasTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  SRGBColorSpace,
  Vector3,
} from 'three';
import type { PointerRay } from '../contract.ts';
import { keyAt, type Layout, layoutPanel } from './layout.ts';
import { measureWith, PX_PER_DMM, paintPanel, type Touched } from './paint.ts';
import { freshPress, type PointerOn, type PressState, press } from './press.ts';
import { listBoard } from './shown.ts';
import type { PanelSpec } from './spec.ts';

const origin = new Vector3();
const direction = new Vector3();
const inverse = new Matrix4();

export class Board {
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  readonly material: MeshBasicMaterial;
  layout: Layout | null = null;
  private readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d')!;
  private texture: CanvasTexture | null = null;
  private spec: PanelSpec | null = null;
  private said = '';
  private readonly touched: Touched = { over: null, down: null };
  private readonly pressing: PressState = freshPress();
  private unlist: () => void = () => undefined;
  private readonly on: PointerOn = { key: null, onPanel: false, justPressed: false, justReleased: false };

  constructor(order: number) {
    this.material = new MeshBasicMaterial({
      transparent: true,
      toneMapped: false,
      depthTest: false,
      depthWrite: false,
      fog: false,
    });
    this.mesh = new Mesh(new PlaneGeometry(1, 1), this.material);
    // words come after everything in the room: what cannot be read is not a panel
    this.mesh.renderOrder = 8000 + order;
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
    this.mesh.raycast = () => undefined;
  }

  /** Shows a spec, or nothing. Repaints only when it says something else than before. */
  show(spec: PanelSpec | null, fontsOpen: boolean): void {
    const said = spec ? `${fontsOpen} ${JSON.stringify(spec)}` : '';
    if (said === this.said) return;
    this.said = said;
    this.unlist = listBoard(this);
    this.spec = spec;
    this.mesh.visible = spec !== null;
    this.mesh.name = spec ? `panel ${spec.name}` : 'panel';
    if (!spec) {
      this.layout = null;
      return;
    }
    this.layout = layoutPanel(spec, measureWith(this.context));
    this.repaint();
  }

  private repaint(): void {
    if (!this.layout || !this.spec) return;
    const width = Math.ceil(this.layout.width_dmm * PX_PER_DMM);
    const height = Math.ceil(this.layout.height_dmm * PX_PER_DMM);
    if (this.canvas.width !== width || this.canvas.height !== height || !this.texture) {
      this.canvas.width = width;
      this.canvas.height = height;
      // a texture keeps the size it was made with
      this.texture?.dispose();
      this.texture = new CanvasTexture(this.canvas);
      this.texture.colorSpace = SRGBColorSpace;
      this.texture.anisotropy = 8;
      this.texture.minFilter = LinearMipmapLinearFilter;
      this.texture.magFilter = LinearFilter;
      this.texture.generateMipmaps = true;
      this.material.map = this.texture;
      this.material.needsUpdate = true;
    }
    paintPanel(this.context, this.layout, this.spec.plate, this.touched);
    this.texture.needsUpdate = true;
  }

  /** Real size at a distance: dmm are thousandths of it. */
  size(distance_m: number): void {
    if (!this.layout) return;
    const s = distance_m / 1000;
    this.mesh.scale.set(this.layout.width_dmm * s, this.layout.height_dmm * s, 1);
  }

  /** Lets both pointers touch the panel. @returns the id of a key pressed in this frame, or null */
  point(rays: readonly PointerRay[]): string | null {
    if (!this.layout || !this.mesh.visible) return null;
    this.mesh.updateWorldMatrix(true, false);
    inverse.copy(this.mesh.matrixWorld).invert();
    let over: string | null = null;
    let down: string | null = null;
    let pressed: string | null = null;
    for (let k = 0; k < 2; k++) {
      const ray = rays[k]!;
      this.touch(ray);
      over ??= this.on.key;
      pressed = press(this.pressing, k as 0 | 1, this.on) ?? pressed;
      down ??= this.pressing.held[k as 0 | 1];
    }
    if (over !== this.touched.over || down !== this.touched.down) {
      this.touched.over = over;
      this.touched.down = down;
      if (this.layout.hits.length > 0) this.repaint();
    }
    return pressed;
  }

  /** Where one ray meets the panel, into `on`; writes the distance into the ray. */
  private touch(ray: PointerRay): void {
    const { on, layout } = this;
    on.key = null;
    on.onPanel = false;
    on.justPressed = ray.active && ray.justPressed;
    on.justReleased = ray.justReleased || !ray.active;
    if (!ray.active || !layout) return;
    // in the plane's own space the panel is the square -0.5..0.5
    origin.copy(ray.origin).applyMatrix4(inverse);
    direction.copy(ray.direction).transformDirection(inverse);
    const scaled = direction.z;
    if (Math.abs(scaled) < 1e-6 || origin.z * scaled >= 0) return;
    // transformDirection normalises: find the point by the plane, then its distance in the room
    const along = -origin.z / scaled;
    const x = origin.x + direction.x * along;
    const y = origin.y + direction.y * along;
    if (Math.abs(x) > 0.5 || Math.abs(y) > 0.5) return;
    if (layout.hits.length === 0) return;
    direction.set(x, y, 0).applyMatrix4(this.mesh.matrixWorld);
    const away_m = direction.distanceTo(ray.origin);
    if (ray.panel_m !== null && ray.panel_m < away_m) return;
    ray.panel_m = away_m;
    on.onPanel = true;
    on.key = keyAt(layout, (x + 0.5) * layout.width_dmm, (0.5 - y) * layout.height_dmm);
  }

  dispose(): void {
    this.unlist();
    this.texture?.dispose();
    this.material.dispose();
    this.mesh.geometry.dispose();
  }
}
