import { expect, test } from 'vitest';
import { seatWithBallot, submitDuringCut } from '../journeys/network-cut.ts';
import { Venue } from '../journeys/venue.ts';

test('given a panelist who submits while the network is cut for 60 s, when it is back, then the ballot arrives by itself, once', async () => {
  const venue = await Venue.open();
  try {
    const ballots = await submitDuringCut(venue, await seatWithBallot(venue), 60);
    expect(ballots).toMatchObject([{ seat: 'S03', ballotNumber: 1, isSignatureValid: true }]);
  } finally {
    await venue.close();
  }
});
