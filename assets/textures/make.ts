/** Draws every texture and sign atlas into assets/out/textures. */
import { openAtlas } from './atlas.ts';
import { towerBackdrop } from './backdrop-tower.ts';
import { backdrops } from './backdrops.ts';
import { kitchenSigns, livingSigns } from './signs-homes.ts';
import { propSigns } from './signs-props.ts';
import { restaurantSigns } from './signs-restaurant.ts';
import { shopSigns } from './signs-shop.ts';
import { towerSigns } from './signs-tower.ts';
import { tiles } from './tiles.ts';

export async function makeTextures(): Promise<void> {
  openAtlas('fonts', 4); // registers the fonts that the backdrops write with
  await kitchenSigns();
  await livingSigns();
  await shopSigns();
  await restaurantSigns();
  await towerSigns();
  await propSigns();
  await backdrops();
  await towerBackdrop();
  await tiles();
}

if (import.meta.main) await makeTextures();
