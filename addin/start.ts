/** Microsoft's library may be blocked or slow where the user is; a pane that stays white says nothing. */
const PATIENCE = 5000;

setTimeout(() => {
  const late = document.getElementById('late');
  if (late && document.documentElement.dataset.ready !== 'true') late.hidden = false;
}, PATIENCE);

export {};
