export default function OperationPage(_: { readonly id: string }): null {
  return null;
}
