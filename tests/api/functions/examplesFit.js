import { schema as fits } from '@stoplight/spectral-functions';

// Each example, and the default, of a schema is valid under that schema. Spectral's own rule does not look at the list `examples` of OpenAPI 3.1.
export default function examplesFit(target, _, context) {
  const { examples, example, default: otherwise, ...schema } = target;
  const given = [
    ...(Array.isArray(examples) ? examples.map((value, i) => [value, 'examples', i]) : []),
    ...(example === undefined ? [] : [[example, 'example']]),
    ...(otherwise === undefined ? [] : [[otherwise, 'default']]),
  ];
  return given.flatMap(([value, ...path]) =>
    (fits(value, { schema, dialect: 'draft2020-12', allErrors: true }, context) ?? []).map(({ message }) => ({ message, path: [...context.path, ...path] })));
}
