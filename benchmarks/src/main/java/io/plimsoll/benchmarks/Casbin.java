package io.plimsoll.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/** The bindings of {@link PeerBindings} as a policy of jCasbin: roles in domains, which is what is nearest to a namespace. */
final class Casbin {

  private static final String READER = "reader";

  private Casbin() {}

  static Enforcer enforcer(int bindings) {
    Model model = new Model();
    model.addDef("r", "r", "sub, dom, obj, act");
    model.addDef("p", "p", "sub, dom, obj, act");
    model.addDef("g", "g", "_, _, _");
    model.addDef("e", "e", "some(where (p.eft == allow))");
    model.addDef(
        "m", "m", "g(r.sub, p.sub, r.dom) && r.dom == p.dom && r.obj == p.obj && r.act == p.act");
    Enforcer enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    enforcer.addPolicy(READER, PeerBindings.NAMESPACE, "configmaps", "get");
    List<List<String>> grants = new ArrayList<>();
    for (int i = 0; i < bindings; i++) {
      for (String subject : List.of("user-" + i, "group-" + i, "sa-" + i)) {
        grants.add(List.of(subject, READER, PeerBindings.NAMESPACE));
      }
    }
    enforcer.addGroupingPolicies(grants);
    return enforcer;
  }
}
