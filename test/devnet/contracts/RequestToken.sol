// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

interface ITokenReceiver {
    function onERC721Received(address operator, address from, uint256 id, bytes calldata data)
        external
        returns (bytes4);
}

/// The withdrawal requests as transferable tokens (ERC-721), and the list of requests of each owner.
///
/// Fidelity (facts: WithdrawalQueueERC721.sol): typed errors with the real names; a claimed request counts as gone
/// (ownerOf: RequestAlreadyClaimed); a transfer checks receiver zero, receiver = sender, id, claimed, owner and
/// permission in that order and clears the approval; name, symbol and interface ids as on mainnet.
abstract contract RequestToken {
    struct Request {
        uint128 cumulativeStETH;
        uint128 cumulativeShares;
        address owner;
        uint40 timestamp;
        bool claimed;
        uint40 reportTimestamp;
    }

    event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);
    event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId);
    event ApprovalForAll(address indexed owner, address indexed operator, bool approved);

    error ApprovalToOwner();
    error ApproveToCaller();
    error NotOwnerOrApprovedForAll(address sender);
    error NotOwnerOrApproved(address sender);
    error TransferFromIncorrectOwner(address from, address realOwner);
    error TransferToZeroAddress();
    error TransferToThemselves();
    error TransferToNonIERC721Receiver(address);
    error InvalidOwnerAddress(address);
    error InvalidRequestId(uint256 _requestId);
    error RequestAlreadyClaimed(uint256 _requestId);

    string public constant name = "Lido: stETH Withdrawal NFT";
    string public constant symbol = "unstETH";

    uint256 public getLastRequestId;
    mapping(uint256 => Request) internal queue;
    mapping(address => uint256[]) internal idsOf;
    mapping(uint256 => uint256) private place;
    mapping(uint256 => address) private approved;
    mapping(address => mapping(address => bool)) public isApprovedForAll;

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0x80ac58cd || id == 0x5b5e139f || id == 0x49064906;
    }

    function tokenURI(uint256 _requestId) external view returns (string memory) {
        if (!_waiting(_requestId)) revert InvalidRequestId(_requestId);
        return "";
    }

    function balanceOf(address _owner) external view returns (uint256) {
        if (_owner == address(0)) revert InvalidOwnerAddress(_owner);
        return idsOf[_owner].length;
    }

    function ownerOf(uint256 _requestId) public view returns (address) {
        _checkId(_requestId);
        if (queue[_requestId].claimed) revert RequestAlreadyClaimed(_requestId);
        return queue[_requestId].owner;
    }

    function getApproved(uint256 _requestId) external view returns (address) {
        if (!_waiting(_requestId)) revert InvalidRequestId(_requestId);
        return approved[_requestId];
    }

    function approve(address _to, uint256 _requestId) external {
        address owner = ownerOf(_requestId);
        if (_to == owner) revert ApprovalToOwner();
        if (msg.sender != owner && !isApprovedForAll[owner][msg.sender]) revert NotOwnerOrApprovedForAll(msg.sender);
        approved[_requestId] = _to;
        emit Approval(owner, _to, _requestId);
    }

    function setApprovalForAll(address _operator, bool _approved) external {
        if (msg.sender == _operator) revert ApproveToCaller();
        isApprovedForAll[msg.sender][_operator] = _approved;
        emit ApprovalForAll(msg.sender, _operator, _approved);
    }

    function transferFrom(address _from, address _to, uint256 _requestId) public {
        if (_to == address(0)) revert TransferToZeroAddress();
        if (_to == _from) revert TransferToThemselves();
        address owner = ownerOf(_requestId);
        if (_from != owner) revert TransferFromIncorrectOwner(_from, owner);
        if (msg.sender != owner && !isApprovedForAll[owner][msg.sender] && approved[_requestId] != msg.sender) {
            revert NotOwnerOrApproved(msg.sender);
        }
        delete approved[_requestId];
        queue[_requestId].owner = _to;
        _removeId(_from, _requestId);
        _addId(_to, _requestId);
        emit Transfer(_from, _to, _requestId);
    }

    function safeTransferFrom(address _from, address _to, uint256 _requestId) external {
        safeTransferFrom(_from, _to, _requestId, "");
    }

    function safeTransferFrom(address _from, address _to, uint256 _requestId, bytes memory _data) public {
        transferFrom(_from, _to, _requestId);
        if (_to.code.length == 0) return;
        try ITokenReceiver(_to).onERC721Received(msg.sender, _from, _requestId, _data) returns (bytes4 answer) {
            if (answer != 0x150b7a02) revert TransferToNonIERC721Receiver(_to);
        } catch (bytes memory reason) {
            if (reason.length == 0) revert TransferToNonIERC721Receiver(_to);
            assembly {
                revert(add(reason, 32), mload(reason))
            }
        }
    }

    function _checkId(uint256 id) internal view {
        if (id == 0 || id > getLastRequestId) revert InvalidRequestId(id);
    }

    function _waiting(uint256 id) private view returns (bool) {
        return id != 0 && id <= getLastRequestId && !queue[id].claimed;
    }

    function _addId(address owner, uint256 id) internal {
        idsOf[owner].push(id);
        place[id] = idsOf[owner].length - 1;
    }

    function _removeId(address owner, uint256 id) internal {
        uint256[] storage ids = idsOf[owner];
        uint256 moved = ids[ids.length - 1];
        ids[place[id]] = moved;
        place[moved] = place[id];
        ids.pop();
    }
}
