'use strict';
// The search, and whether a station is open: everything needed stands in the page. Times are those of China, whatever
// the telephone is set to.
(() => {
  const $ = id => document.getElementById(id);
  const words = document.body.dataset;
  const cards = [...document.querySelectorAll('article')];
  const two = number => String(number).padStart(2, '0');
  const clock = minute => two(Math.floor(minute / 60)) + ':' + two(minute % 60);

  // {date: "2026-02-17", weekday: 1 to 7, minute}
  const moment = text => {
    const at = text ? new Date(text + ':00Z') : new Date(Date.now() + 8 * 3600e3);
    return { date: at.toISOString().slice(0, 10), weekday: at.getUTCDay() || 7,
             minute: at.getUTCHours() * 60 + at.getUTCMinutes() };
  };

  // "540-1020 1080-1440s": bars of a day, s for self-service, u for unknown
  const bars = text => (text.match(/\d+-\d+[su]?/g) || []).map(bar => {
    const [, start, end, kind] = bar.match(/(\d+)-(\d+)(.?)/);
    return { start: +start, end: +end, kind };
  });

  const hoursOf = card => {
    const week = card.dataset.week === undefined ? null : card.dataset.week.split('|').map(bars);
    const days = new Map((card.dataset.days || '').split('|').filter(Boolean).map(day => {
      return [day.slice(0, 10), day.slice(11) === '?' ? null : bars(day.slice(11))];
    }));
    return { week, days };
  };
  const hours = new Map(cards.map(card => [card, hoursOf(card)]));

  const dayOf = (card, at) => {
    const { week, days } = hours.get(card);
    return days.has(at.date) ? days.get(at.date) : week && week[at.weekday - 1];
  };

  // [[name, value], ...]: words of the page, and what stands for %s or %d in them; in English too if it is in both
  const say = (element, told) => {
    const text = ending => told.map(([name, value]) => (words[name + ending] || '').replace(/%[sd]/, value)).join('');
    element.textContent = text('');
    if (!text('En')) return;
    const english = element.appendChild(document.createElement('span'));
    english.lang = 'en';
    english.textContent = ' ' + text('En');
  };

  // Returns [state, what say() tells of it]; state is open, shut or unknown
  const answer = (card, at) => {
    if (card.classList.contains('paused') || card.classList.contains('planned')) return ['shut', []];
    const day = dayOf(card, at);
    if (!day) return ['unknown', [['unknown']]];
    const bar = day.find(bar => bar.start <= at.minute && at.minute < bar.end);
    if (bar && bar.kind === 'u') return ['unknown', [['unknown']]];
    if (bar) {
      const until = bar.end === 1440 ? [] : [['closes', clock(bar.end)]];
      return ['open', [[bar.kind === 's' ? 'self' : 'open'], ...until]];
    }
    const next = day.find(bar => bar.start > at.minute && bar.kind !== 'u');
    return ['shut', [['shut'], ...(next ? [['opens', clock(next.start)]] : [])]];
  };

  // letters that the characters of a name begin with, one after the other: "sq" finds 石桥 by "s q"
  const isSpelt = (card, word) => {
    const initials = (card.dataset.initials || '').split(' ');
    return /^[a-z0-9]{2,}$/.test(word) && initials.some((_, start) => {
      return [...word].every((letter, i) => (initials[start + i] || '').includes(letter));
    });
  };

  const matches = card => {
    const wanted = $('q').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const text = card.textContent.toLowerCase();
    return wanted.every(word => text.includes(word) || isSpelt(card, word)) &&
           (!$('district').value || card.dataset.district === $('district').value) &&
           (!$('service').value || card.dataset.services.split(' ').includes($('service').value));
  };

  const show = () => {
    const at = moment($('at').value);
    let n = 0;
    for (const card of cards) {
      const [state, told] = answer(card, at);
      const now = card.querySelector('.now');
      say(now, told);
      now.hidden = !told.length;
      now.classList.toggle('shut', state !== 'open');
      card.parentElement.hidden = !(matches(card) && (!$('open').checked || state === 'open'));
      n += card.parentElement.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll('main section'))
      section.hidden = !section.querySelector('li:not([hidden]) article');
    say($('count'), [n ? ['count', n] : ['none']]);
    $('old').hidden = !(words.until && moment('').date > words.until);
  };

  // what is asked for stands behind "#", so that a search can be kept and sent
  const fields = ['q', 'district', 'service', 'at'];
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const name of fields) $(name).value = asked.get(name) || '';
    $('open').checked = asked.get('open') === '1';
    show();
  };
  const write = () => {
    const asked = new URLSearchParams();
    for (const name of fields) if ($(name).value) asked.set(name, $(name).value);
    if ($('open').checked) asked.set('open', '1');
    history.replaceState(null, '', '#' + asked);
    show();
  };

  $('find').hidden = false;
  $('find').addEventListener('input', write);
  $('find').addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', read);
  setInterval(show, 60e3);
  read();
})();
