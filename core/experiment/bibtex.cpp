#include "core/experiment/bibtex.h"

#include <algorithm>
#include <cassert>

namespace bridgescope {
namespace {

/// Every work that a methods sentence can rest on.
const char* const works[] = {
    R"(@inproceedings{collell2018bridge,
  author = {Collell, Guillem and Moens, Marie-Francine},
  title = {Do Neural Network Cross-Modal Mappings Really Bridge Modalities?},
  booktitle = {Proceedings of the 56th Annual Meeting of the Association for Computational Linguistics (Volume 2: Short Papers)},
  year = {2018}
})",
    R"(@article{kojevnikov2021network,
  author = {Kojevnikov, Denis and Marmer, Vadim and Song, Kyungchul},
  title = {Limit theorems for network dependent random variables},
  journal = {Journal of Econometrics},
  volume = {222}, number = {2}, pages = {882--908}, year = {2021}
})",
    R"(@article{holm1979simple,
  author = {Holm, Sture},
  title = {A simple sequentially rejective multiple test procedure},
  journal = {Scandinavian Journal of Statistics},
  volume = {6}, number = {2}, pages = {65--70}, year = {1979}
})",
    R"(@inproceedings{groger2026calibrated,
  author = {Gr{\"o}ger, Fabian and Wen, Shuo and Brbi{\'c}, Maria},
  title = {Revisiting the {P}latonic representation hypothesis: an {A}ristotelian view},
  booktitle = {Proceedings of the 43rd International Conference on Machine Learning},
  note = {arXiv:2602.14486},
  year = {2026}
})",
    R"(@article{hoerl1970ridge,
  author = {Hoerl, Arthur E. and Kennard, Robert W.},
  title = {Ridge regression: biased estimation for nonorthogonal problems},
  journal = {Technometrics},
  volume = {12}, number = {1}, pages = {55--67}, year = {1970}
})",
    R"(@article{schonemann1966procrustes,
  author = {Sch{\"o}nemann, Peter H.},
  title = {A generalized solution of the orthogonal {P}rocrustes problem},
  journal = {Psychometrika},
  volume = {31}, number = {1}, pages = {1--10}, year = {1966}
})",
    R"(@article{hotelling1936relations,
  author = {Hotelling, Harold},
  title = {Relations between two sets of variates},
  journal = {Biometrika},
  volume = {28}, number = {3/4}, pages = {321--377}, year = {1936}
})",
    R"(@article{wold2001pls,
  author = {Wold, Svante and Sj{\"o}str{\"o}m, Michael and Eriksson, Lennart},
  title = {{PLS}-regression: a basic tool of chemometrics},
  journal = {Chemometrics and Intelligent Laboratory Systems},
  volume = {58}, number = {2}, pages = {109--130}, year = {2001}
})",
    R"(@inproceedings{glorot2010understanding,
  author = {Glorot, Xavier and Bengio, Yoshua},
  title = {Understanding the difficulty of training deep feedforward neural networks},
  booktitle = {Proceedings of the 13th International Conference on Artificial Intelligence and Statistics},
  pages = {249--256}, year = {2010}
})",
    R"(@inproceedings{kingma2015adam,
  author = {Kingma, Diederik P. and Ba, Jimmy},
  title = {Adam: a method for stochastic optimization},
  booktitle = {International Conference on Learning Representations},
  year = {2015}
})",
    R"(@inproceedings{loshchilov2019decoupled,
  author = {Loshchilov, Ilya and Hutter, Frank},
  title = {Decoupled weight decay regularization},
  booktitle = {International Conference on Learning Representations},
  year = {2019}
})",
    R"(@article{oord2018representation,
  author = {van den Oord, Aaron and Li, Yazhe and Vinyals, Oriol},
  title = {Representation learning with contrastive predictive coding},
  journal = {arXiv:1807.03748},
  year = {2018}
})",
    R"(@article{srivastava2014dropout,
  author = {Srivastava, Nitish and Hinton, Geoffrey and Krizhevsky, Alex and Sutskever, Ilya and Salakhutdinov, Ruslan},
  title = {Dropout: a simple way to prevent neural networks from overfitting},
  journal = {Journal of Machine Learning Research},
  volume = {15}, pages = {1929--1958}, year = {2014}
})",
    R"(@inproceedings{goodfellow2014generative,
  author = {Goodfellow, Ian and Pouget-Abadie, Jean and Mirza, Mehdi and Xu, Bing and Warde-Farley, David and Ozair, Sherjil and Courville, Aaron and Bengio, Yoshua},
  title = {Generative adversarial nets},
  booktitle = {Advances in Neural Information Processing Systems},
  year = {2014}
})",
    R"(@article{steiger1980tests,
  author = {Steiger, James H.},
  title = {Tests for comparing elements of a correlation matrix},
  journal = {Psychological Bulletin},
  volume = {87}, number = {2}, pages = {245--251}, year = {1980}
})",
    R"(@article{finkelstein2002placing,
  author = {Finkelstein, Lev and Gabrilovich, Evgeniy and Matias, Yossi and Rivlin, Ehud and Solan, Zach and Wolfman, Gadi and Ruppin, Eytan},
  title = {Placing search in context: the concept revisited},
  journal = {ACM Transactions on Information Systems},
  volume = {20}, number = {1}, pages = {116--131}, year = {2002}
})",
    R"(@article{bruni2014multimodal,
  author = {Bruni, Elia and Tran, Nam Khanh and Baroni, Marco},
  title = {Multimodal distributional semantics},
  journal = {Journal of Artificial Intelligence Research},
  volume = {49}, pages = {1--47}, year = {2014}
})",
    R"(@inproceedings{silberer2014learning,
  author = {Silberer, Carina and Lapata, Mirella},
  title = {Learning grounded meaning representations with autoencoders},
  booktitle = {Proceedings of the 52nd Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)},
  pages = {721--732}, year = {2014}
})",
    R"(@article{hill2015simlex,
  author = {Hill, Felix and Reichart, Roi and Korhonen, Anna},
  title = {{SimLex}-999: evaluating semantic models with (genuine) similarity estimation},
  journal = {Computational Linguistics},
  volume = {41}, number = {4}, pages = {665--695}, year = {2015}
})",
    R"(@inproceedings{gerz2016simverb,
  author = {Gerz, Daniela and Vuli{\'c}, Ivan and Hill, Felix and Reichart, Roi and Korhonen, Anna},
  title = {{SimVerb}-3500: a large-scale evaluation set of verb similarity},
  booktitle = {Proceedings of the 2016 Conference on Empirical Methods in Natural Language Processing},
  pages = {2173--2182}, year = {2016}
})",
};

} // namespace

std::string bibtexOf(std::span<const std::string_view> keys)
{
    std::string text;
    for (const std::string_view key : keys) {
        const auto work = std::find_if(std::begin(works), std::end(works), [&](std::string_view entry) {
            return entry.substr(entry.find('{') + 1).starts_with(std::string(key) + ",");
        });
        assert(work != std::end(works));
        text += (text.empty() ? "" : "\n") + std::string(*work) + "\n";
    }
    return text;
}

} // namespace bridgescope
