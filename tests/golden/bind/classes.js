class A extends B {
  static #p = A;
  get #q() { return super.r; }
  [A.s] = this.#q;
  static { let t = A.#p; }
}
// --- stdout
scope #0 Module at 0..116 Strict
  #0 Class A at 6..7 Value
scope #1 Class in #0 at 0..115 Strict
  #1 ClassName A at 6..7 Captured MayUseBeforeInit Value
  #2 PrivateName p at 29..31 StaticMember
  #3 PrivateName q at 43..45 Getter
scope #2 FieldInit in #1 at 22..36 Strict
scope #3 Function in #1 at 45..67 Strict UsesThis UsesSuper SimpleParameters Method
scope #4 FieldInit in #1 at 70..86 Strict UsesThis
scope #5 StaticBlock in #1 at 89..113 Strict
  #4 Let t at 102..103 Value
names
  6..7 BindingIdentifier A -> #0
  16..17 Identifier B -> global
  29..31 PrivateName p -> #2
  34..35 Identifier A -> #1
  43..45 PrivateName q -> #3
  71..72 Identifier A -> #1 TdzCheck
  78..85 PrivateMember q -> #3
  102..103 BindingIdentifier t -> #4
  106..110 PrivateMember p -> #2
  106..107 Identifier A -> #1
