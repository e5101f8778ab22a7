#include "core/experiment/methods.h"

#include <algorithm>

namespace bridgescope {
namespace {

struct Source {
    const char* bibtex;
    bool (*used)(const GridSpec& spec);
};

bool anyMap(const GridSpec& spec, const std::string& map)
{
    return std::any_of(spec.maps.begin(), spec.maps.end(), [&](const GridMap& m) { return m.training.map == map; });
}

/// Of the nets of the grid.
template<class Test> bool anyNet(const GridSpec& spec, Test test)
{
    return std::any_of(spec.maps.begin(), spec.maps.end(),
                       [&](const GridMap& m) { return m.training.map == "net" && test(m.training); });
}

const Source sources[] = {
    {R"(@inproceedings{collell2018bridge,
  author = {Collell, Guillem and Moens, Marie-Francine},
  title = {Do Neural Network Cross-Modal Mappings Really Bridge Modalities?},
  booktitle = {Proceedings of the 56th Annual Meeting of the Association for Computational Linguistics (Volume 2: Short Papers)},
  year = {2018}
})",
     [](const GridSpec&) { return true; }},
    {R"(@article{kojevnikov2021network,
  author = {Kojevnikov, Denis and Marmer, Vadim and Song, Kyungchul},
  title = {Limit theorems for network dependent random variables},
  journal = {Journal of Econometrics},
  volume = {222}, number = {2}, pages = {882--908}, year = {2021}
})",
     [](const GridSpec&) { return true; }},
    {R"(@article{holm1979simple,
  author = {Holm, Sture},
  title = {A simple sequentially rejective multiple test procedure},
  journal = {Scandinavian Journal of Statistics},
  volume = {6}, number = {2}, pages = {65--70}, year = {1979}
})",
     [](const GridSpec&) { return true; }},
    {R"(@inproceedings{groger2026calibrated,
  author = {Gr{\"o}ger, Fabian and Wen, Shuo and Brbi{\'c}, Maria},
  note = {ICML 2026: similarities calibrated against a permutation null},
  year = {2026}
})",
     [](const GridSpec& spec) {
         return std::any_of(spec.table.columns.begin(), spec.table.columns.end(),
                            [](const std::string& id) { return id.ends_with("_cal"); });
     }},
    {R"(@article{hoerl1970ridge,
  author = {Hoerl, Arthur E. and Kennard, Robert W.},
  title = {Ridge regression: biased estimation for nonorthogonal problems},
  journal = {Technometrics},
  volume = {12}, number = {1}, pages = {55--67}, year = {1970}
})",
     [](const GridSpec& spec) { return anyMap(spec, "ridge"); }},
    {R"(@article{schonemann1966procrustes,
  author = {Sch{\"o}nemann, Peter H.},
  title = {A generalized solution of the orthogonal {P}rocrustes problem},
  journal = {Psychometrika},
  volume = {31}, number = {1}, pages = {1--10}, year = {1966}
})",
     [](const GridSpec& spec) { return anyMap(spec, "procrustes"); }},
    {R"(@article{hotelling1936relations,
  author = {Hotelling, Harold},
  title = {Relations between two sets of variates},
  journal = {Biometrika},
  volume = {28}, number = {3/4}, pages = {321--377}, year = {1936}
})",
     [](const GridSpec& spec) { return anyMap(spec, "cca"); }},
    {R"(@article{wold2001pls,
  author = {Wold, Svante and Sj{\"o}str{\"o}m, Michael and Eriksson, Lennart},
  title = {{PLS}-regression: a basic tool of chemometrics},
  journal = {Chemometrics and Intelligent Laboratory Systems},
  volume = {58}, number = {2}, pages = {109--130}, year = {2001}
})",
     [](const GridSpec& spec) { return anyMap(spec, "pls"); }},
    {R"(@inproceedings{glorot2010understanding,
  author = {Glorot, Xavier and Bengio, Yoshua},
  title = {Understanding the difficulty of training deep feedforward neural networks},
  booktitle = {Proceedings of the 13th International Conference on Artificial Intelligence and Statistics},
  pages = {249--256}, year = {2010}
})",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.init == "glorot"; }); }},
    {R"(@inproceedings{kingma2015adam,
  author = {Kingma, Diederik P. and Ba, Jimmy},
  title = {Adam: a method for stochastic optimization},
  booktitle = {International Conference on Learning Representations},
  year = {2015}
})",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.optimizer == "adam"; }); }},
    {R"(@inproceedings{loshchilov2019decoupled,
  author = {Loshchilov, Ilya and Hutter, Frank},
  title = {Decoupled weight decay regularization},
  booktitle = {International Conference on Learning Representations},
  year = {2019}
})",
     [](const GridSpec& spec) {
         return anyNet(spec, [](const TrainingOptions& t) { return t.optimizer == "adamw"; });
     }},
    {R"(@article{oord2018representation,
  author = {van den Oord, Aaron and Li, Yazhe and Vinyals, Oriol},
  title = {Representation learning with contrastive predictive coding},
  journal = {arXiv:1807.03748},
  year = {2018}
})",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.loss == "infonce"; }); }},
    {R"(@article{srivastava2014dropout,
  author = {Srivastava, Nitish and Hinton, Geoffrey and Krizhevsky, Alex and Sutskever, Ilya and Salakhutdinov, Ruslan},
  title = {Dropout: a simple way to prevent neural networks from overfitting},
  journal = {Journal of Machine Learning Research},
  volume = {15}, pages = {1929--1958}, year = {2014}
})",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.dropout > 0; }); }},
    {R"(@inproceedings{goodfellow2014generative,
  author = {Goodfellow, Ian and Pouget-Abadie, Jean and Mirza, Mehdi and Xu, Bing and Warde-Farley, David and Ozair, Sherjil and Courville, Aaron and Bengio, Yoshua},
  title = {Generative adversarial nets},
  booktitle = {Advances in Neural Information Processing Systems},
  year = {2014}
})",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.adversarial > 0; }); }},
};

} // namespace

std::string bibliography(const GridSpec& spec)
{
    std::string text;
    for (const Source& source : sources)
        if (source.used(spec)) text += (text.empty() ? "" : "\n") + std::string(source.bibtex) + "\n";
    return text;
}

} // namespace bridgescope
