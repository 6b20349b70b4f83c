// Ways through a page that is complete without this file: search, filters, a zoomable axis, keys. It makes no request,
// stores nothing, and writes texts only as text. Each job has its file, and page.js puts them to work.
'use strict';
document.documentElement.classList.add('js');

const $ = (id) => document.getElementById(id);
const make = (tag, parent, properties) => parent.appendChild(Object.assign(document.createElement(tag), properties));

// Words as a reader types them: without vowels, hamza seats, ta marbuta, and with either kind of digits.
const fold = (text) => text.normalize('NFKD').toLowerCase()
  .replace(/[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c]/gu, '')
  .replace(/\u0671/g, 'ا').replace(/[ىی]/g, 'ي').replace(/ة/g, 'ه').replace(/ک/g, 'ك')
  .replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0)
  .replace(/\s+/g, ' ');

// Days since 1970; of any year, so that antiquity is no hole in the axis. Years begin in March, so that a leap day is a last day.
const dayAt = (year, month, day) => {
  if (month < 3) --year, month += 12;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((153 * month - 457) / 5) + day - 719469;
};
const dayOf = (iso) => (iso?.length > 9 ? dayAt(+iso.slice(0, -6), +iso.slice(-5, -3), +iso.slice(-2)) : NaN);
