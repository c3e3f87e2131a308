// Writes target/site/places.json: countries and areas with their UN M49 subregions, names in six languages (Unicode CLDR)
// and a place on the map, and the land as one shape without boundaries (Natural Earth). Equal Earth projection: equal-area.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
const SIZE = [1000, 487];
/** Natural Earth draws these only as part of others: their place is given by hand, longitude and latitude. */
const MISSING = { BQ: [-68.27, 12.18], BV: [3.4, -54.42], CC: [96.83, -12.17], CX: [105.69, -10.49], GF: [-53.1, 3.9], GI: [-5.35, 36.14], GP: [-61.5, 16.2], MQ: [-61, 14.65], RE: [55.53, -21.12], SJ: [16, 78], TK: [-171.85, -9.2], TV: [179.2, -8.52], UM: [166.6, 19.3], YT: [45.15, -12.8] };

const read = path => JSON.parse(readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8'));

const containment = read('cldr-core/supplemental/territoryContainment.json').supplemental.territoryContainment;
const numbers = read('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings;
const names = Object.fromEntries(
  LANGUAGES.map(lang => [lang, read(`cldr-localenames-full/main/${lang}/territories.json`).main[lang].localeDisplayNames.territories]),
);
const named = code => Object.fromEntries(LANGUAGES.map(lang => [lang, names[lang][code]]));

const projection = geoEqualEarth().fitSize(SIZE, { type: 'Sphere' });
const round = number => Math.round(number * 10) / 10;

/** The middle of the largest part: far islands do not pull a country's dot into the sea. */
function middle(geometry) {
  const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const areas = parts.map(coordinates => ({ type: 'Polygon', coordinates }));
  return geoCentroid(areas.reduce((a, b) => (geoArea(a) >= geoArea(b) ? a : b)));
}

const shapes = read('world-atlas/countries-50m.json');
const middles = new Map(feature(shapes, shapes.objects.countries).features.map(country => [country.id, middle(country.geometry)]));

const subregions = {};
const countries = {};
for (const world of ['002', '009', '019', '142', '150']) {
  for (const region of containment[world]._contains.filter(code => /^\d+$/.test(code))) {
    subregions[region] = named(region);
    for (const code of containment[region]._contains) {
      const at = middles.get(numbers[code]?._numeric) ?? MISSING[code];
      if (!at) continue; // uninhabited, and on no list of the UN
      const [x, y] = projection(at).map(round);
      countries[code] = { subregion: region, names: named(code), x, y };
    }
  }
}

const world = read('world-atlas/land-110m.json');
const land = geoPath(projection).digits(0)(feature(world, world.objects.land));

mkdirSync('target/site', { recursive: true });
writeFileSync('target/site/places.json', JSON.stringify({ width: SIZE[0], height: SIZE[1], land, subregions, countries }));
