<#function joined licenses>
  <#local text = ""/>
  <#list licenses as each><#local text = text + (text == "")?then("", " or ") + each/></#list>
  <#return text>
</#function>
What Fennec Workbench is made of besides its own code (Apache-2.0).

LIBRARIES

Each lies in the folder lib as its own jar, unchanged. Any of them can be replaced by a changed version: put a jar with the same
classes in its place and start the program; nothing is linked into the program's own jar and nothing checks the others. The
sources of those under an EPL, LGPL or GPL licence are published beside each jar on Maven Central. "A or B" means that its
authors let you choose; this distribution takes JGraphT under EPL-2.0, JNA under Apache-2.0, and GraphStream (with mbox2 and
pherd) under LGPL-3.0.

The folder licences holds the text of every licence named here; in licences/libraries lie the licence and notice files of each
library's own jar, and licences/COPYRIGHT.txt has the copyright notices of those that carry none.

<#assign lines = []/>
<#list dependencyMap as entry>
  <#assign library = entry.getKey()/>
  <#assign place = ((library.url!"") != "")?then(", " + (library.url!""), "")/>
  <#assign lines += [library.groupId + ":" + library.artifactId + ":" + library.version + "\n    " + joined(entry.getValue()) + place]/>
</#list>
<#list lines?sort as line>
${line}
</#list>

INSIDE SOME OF THEM

PyTorch native libraries (in pytorch-native-cpu): libtorch, BSD-3-Clause, https://github.com/pytorch/pytorch. The jar carries no
    licence file; NOTICE and third_party of that repository name what it contains in turn. On Linux also libgomp of GCC,
    GPL-3.0 with the GCC runtime library exception 3.1 (GCC-exception-3.1.txt).
Feather icons (in ikonli-feather-pack): MIT, https://github.com/feathericons/feather

FONTS

Roboto Regular, Medium and Bold (in the program's jar): Apache-2.0, copyright 2015 Google Inc.,
    https://github.com/google/roboto

DATA

Each folder of assets says in its README.md where its content comes from.

assets/history: scores published by the authors of TransferGraph (ICDE 2024), PARC (NeurIPS 2021), SFDA (ECCV 2022), the group
    of vision transformers in papers such as ED and EMMS (2023), and the open_clip repository. Figures only.
assets/zoo: tables of results of pytorch-image-models (timm), Apache-2.0.
assets/architectures: graphs without weights, exported from torchvision (BSD-3-Clause), timm (Apache-2.0), transformers
    (Apache-2.0) and open_clip (MIT); four VAN graphs rebuilt from the paper.
assets/reference: figures published by the TransferGraph and Model Spider repositories.
assets/task-features: vectors made from sample pictures of public data sets; SOURCES.tsv names each data set and its licence as
    stated there. The pictures themselves are not included.
assets/encoders/built-in: trained from scratch for this program on Tiny-ImageNet.
assets/evaluation, sample-tasks: made by this program; the pictures of the sample tasks are drawn.

JAVA

The installable packages also bring an OpenJDK, GPL-2.0 with Classpath exception; its notices are in its legal folder, the
text of that licence in licences.
