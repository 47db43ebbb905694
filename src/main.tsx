/** Turns the path of the address into a page, each loaded only when it is asked for. */
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Redirect, Route, Switch } from 'wouter';
import type { Packs } from './text/packs.ts';

type Page = { default: ComponentType };
const stagePages = import.meta.glob<Page>('./stage/pages/*Page.tsx');
type WordedPage = { default: ComponentType<{ packs: Packs }> };
const visitorPages = import.meta.glob<WordedPage>('./visitor/*Page.tsx');

function stagePage(name: string): () => Promise<Page> {
  return () => stagePages[`./stage/pages/${name}.tsx`]?.() ?? Promise.reject(new Error(`There is no page ${name}.`));
}

/** Desk and visitors' pages read no packs: they are handed their words, fetched when they are wanted. */
const packs: Packs = {
  words: async (...args) => (await import('./packWords.ts')).packWords(...args),
  list: async () => (await import('./drill/packs.ts')).listVariants(),
};

async function deskPage(): Promise<Page> {
  const { Desk } = await import('./desk/Desk.tsx');
  return { default: () => <Desk packs={packs} /> };
}

function visitorPage(name: string): () => Promise<Page> {
  return async () => {
    const open = visitorPages[`./visitor/${name}.tsx`];
    if (!open) throw new Error(`There is no page ${name}.`);
    const { default: Worded } = await open();
    return { default: () => <Worded packs={packs} /> };
  };
}

const HallPage = lazy(stagePage('HallPage'));
const DrillPage = lazy(stagePage('DrillPage'));
const DeskPage = lazy(deskPage);
const StationPage = lazy(stagePage('StationPage'));
const WallPage = lazy(stagePage('WallPage'));
const KioskPage = lazy(visitorPage('KioskPage'));
const SlipPage = lazy(visitorPage('SlipPage'));
const WatchPage = lazy(visitorPage('WatchPage'));
/** absent from production: the branch is cut when the bundle is built */
const devPages = import.meta.env.DEV ? import.meta.glob<Page>('./dev/DevPage.tsx') : {};
const openDev = devPages['./dev/DevPage.tsx'];
const DevPage = openDev ? lazy(openDev) : null;

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Suspense>
      <Switch>
        <Route path="/" component={HallPage} />
        <Route path="/drill/*?" component={DrillPage} />
        <Route path="/desk/*?" component={DeskPage} />
        <Route path="/station" component={StationPage} />
        <Route path="/wall" component={WallPage} />
        <Route path="/kiosk" component={KioskPage} />
        <Route path="/slip" component={SlipPage} />
        <Route path="/watch" component={WatchPage} />
        {DevPage && <Route path="/dev/*?" component={DevPage} />}
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Suspense>
  </StrictMode>,
);
