const at = (id) => document.getElementById(id);

function show({ origin, network, clock }) {
  at('origin').textContent = origin;
  at('state').textContent = JSON.stringify({ network, clock }, null, 2);
  for (const seat of network.seats)
    if (![...at('whose').options].some((each) => each.value === seat))
      at('whose').add(new Option(seat, seat));
}

const look = async () => show(await (await fetch('/state')).json());

for (const button of document.querySelectorAll('[data-act]'))
  button.addEventListener('click', async () => {
    const { act, from } = button.dataset;
    const value = from ? Number(at(from).value) : 0;
    const ms = from === 'delayMs' ? value : value * 1000;
    const body = JSON.stringify({ act, whose: at('whose').value, ms });
    await fetch('/act', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await look();
  });

void look();
setInterval(look, 1000);
