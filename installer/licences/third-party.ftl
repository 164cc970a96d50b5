<#function joined licenses>
  <#local text = ""/>
  <#list licenses as each><#local text = text + (text == "")?then("", " or ") + each/></#list>
  <#return text>
</#function>
What Fennec Workbench is made of besides its own code (Apache-2.0).

LIBRARIES

Each lies in lib as its own jar, unchanged, and can be replaced there by another version. The sources of those under an EPL,
LGPL, CeCILL-C or GPL licence are published beside each jar on Maven Central. "A or B" means that its authors let you
choose; this distribution takes JGraphT under EPL-2.0, JNA under Apache-2.0, and GraphStream (with mbox2 and pherd) under
CeCILL-C.

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

PyTorch native libraries (in pytorch-native-cpu): libtorch, BSD-3-Clause, https://github.com/pytorch/pytorch; its NOTICE and
    third_party folder name what it contains in turn. On Linux also libgomp of GCC, GPL-3.0 with the GCC runtime library
    exception.
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

The installable packages also bring an OpenJDK, GPL-2.0 with Classpath exception; its notices are in its legal folder.
