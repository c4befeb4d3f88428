export default function PositionPage(_props: { readonly protocol: string }): null {
  return null;
}
