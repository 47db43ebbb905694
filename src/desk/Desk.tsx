/** The staff's side of the hall: who is signed in decides which pages there are. */
import { createTheme, DEFAULT_THEME, type MantineColorsTuple, MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import './desk.css';
import { useCallback, useEffect, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { theOutbox } from '../post/box.ts';
import { type Packs, PacksContext } from '../text/packs.ts';
import { LETTERS, TEAL } from '../text/palette.ts';
import { openText } from '../text/text.ts';
import { HallReply } from '../wire/hall.ts';
import { Me } from '../wire/staff.ts';
import { type AskError, ask } from './ask.ts';
import { DevicePage } from './DevicePage.tsx';
import { Frame } from './Frame.tsx';
import { CheckInPage } from './floor/CheckInPage.tsx';
import { CoachPage } from './floor/CoachPage.tsx';
import { FloorPage } from './floor/FloorPage.tsx';
import { StationsPage } from './floor/StationsPage.tsx';
import { BookingsPage } from './openings/BookingsPage.tsx';
import { OpeningsPage } from './openings/OpeningsPage.tsx';
import { RulesPage } from './openings/RulesPage.tsx';
import { ParticipationPage } from './ParticipationPage.tsx';
import { PasswordPage } from './PasswordPage.tsx';
import { RunPage } from './RunPage.tsx';
import { RunsPage } from './RunsPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { SetUpPage } from './SetUpPage.tsx';
import { Refused } from './Shown.tsx';
import { SignInPage } from './SignInPage.tsx';
import { StaffPage } from './StaffPage.tsx';

const ORANGE = DEFAULT_THEME.colors.orange;

const theme = createTheme({
  // the deepest orange carries white letters
  colors: { teal: TEAL, orange: [...ORANGE.slice(0, 9), '#b5380a'] as unknown as MantineColorsTuple },
  primaryColor: 'teal',
  primaryShade: 8,
  // rule ids keep their letters: FF-M11d is not FF-M11D
  components: {
    Badge: { defaultProps: { tt: 'none' } },
    // the page has one banner; a dialog's head is none
    Modal: { defaultProps: { attributes: { header: { role: 'none' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
  },
  fontFamily: LETTERS,
});

interface Visit {
  me: Me | null;
  hall: HallReply;
}

function Pages({ visit, look }: { visit: Visit; look: () => void }) {
  const { me, hall } = visit;
  if (!hall.hasManager)
    return (
      <Switch>
        <Route path="/desk/setup">
          <SetUpPage onDone={look} />
        </Route>
        <Route>
          <Redirect to="/desk/setup" replace />
        </Route>
      </Switch>
    );
  return (
    <Switch>
      <Route path="/desk/device">
        <DevicePage me={me} hall={hall} onDone={look} />
      </Route>
      {!me && (
        <Route path="/desk/password">
          <PasswordPage onDone={look} />
        </Route>
      )}
      {!me && (
        <Route>
          <SignInPage onDone={look} />
        </Route>
      )}
      <Route path="/desk/floor" component={FloorPage} />
      <Route path="/desk/check-in" component={CheckInPage} />
      <Route path="/desk/stations">{me && <StationsPage me={me} />}</Route>
      <Route path="/desk/coach/:turn">{({ turn }) => <CoachPage id={turn} />}</Route>
      <Route path="/desk/runs" component={RunsPage} />
      <Route path="/desk/runs/:id">{({ id }) => <RunPage id={id} hall={hall} />}</Route>
      <Route path="/desk/openings" component={OpeningsPage} />
      <Route path="/desk/openings/:id">{({ id }) => <BookingsPage id={id} />}</Route>
      {me?.role === 'manager' && <Route path="/desk/rules" component={RulesPage} />}
      <Route path="/desk/participation">{me && <ParticipationPage me={me} />}</Route>
      {me?.role === 'manager' && (
        <Route path="/desk/settings">
          <SettingsPage hall={hall} onDone={look} />
        </Route>
      )}
      {me?.role === 'manager' && <Route path="/desk/staff" component={StaffPage} />}
      <Route>
        <Redirect to="/desk/floor" replace />
      </Route>
    </Switch>
  );
}

export function Desk({ packs }: { packs: Packs }) {
  const [visit, setVisit] = useState<Visit | AskError | null>(null);
  const [worded, setWorded] = useState(false);
  const look = useCallback(() => {
    Promise.all([ask('/api/session', Me.nullable()), ask('/api/hall', HallReply)]).then(
      ([me, hall]) => {
        setVisit({ me, hall });
        // a device that was just added may hand in what it kept
        void theOutbox().flush();
      },
      (error: AskError) => setVisit(error),
    );
  }, []);
  useEffect(() => {
    void Promise.all(['desk', 'floor', 'openings'].map(openText)).then(() => setWorded(true));
    look();
  }, [look]);
  if (!worded) return null;
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <PacksContext.Provider value={packs}>
        {visit instanceof Error && <Refused error={visit} again={look} />}
        {visit && !(visit instanceof Error) && (
          <Frame me={visit.me} hall={visit.hall} onSignedOut={look}>
            <Pages visit={visit} look={look} />
          </Frame>
        )}
      </PacksContext.Provider>
    </MantineProvider>
  );
}
