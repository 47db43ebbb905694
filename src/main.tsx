/** Turns the path of the address into a page, each loaded only when it is asked for. */
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Redirect, Route, Switch } from 'wouter';

type Page = { default: ComponentType };
const stagePages = import.meta.glob<Page>('./stage/pages/*Page.tsx');

function stagePage(name: string): () => Promise<Page> {
  return () => stagePages[`./stage/pages/${name}.tsx`]?.() ?? Promise.reject(new Error(`There is no page ${name}.`));
}

/** The desk reads no packs: it is handed their words, fetched when a run is opened. */
async function deskPage(): Promise<Page> {
  const { Desk } = await import('./desk/Desk.tsx');
  const words: Parameters<typeof Desk>[0]['packWords'] = async (...args) =>
    (await import('./packWords.ts')).packWords(...args);
  return { default: () => <Desk packWords={words} /> };
}

const HallPage = lazy(stagePage('HallPage'));
const DrillPage = lazy(stagePage('DrillPage'));
const DeskPage = lazy(deskPage);
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
        {DevPage && <Route path="/dev/*?" component={DevPage} />}
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Suspense>
  </StrictMode>,
);
